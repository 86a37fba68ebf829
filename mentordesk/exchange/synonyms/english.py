"""What columns of people are called in English, and in the systems that export them. Knows no file."""

from collections.abc import Mapping

# Between slashes, a heading as a whole.
HEADINGS: Mapping[str, str] = {
    "name": "name/full name/fullname/display name/employee name/employee full name/person/participant/"
    "participant name/"
    "employee/worker/worker name/preferred name/legal name/complete name/first and last name/first name and last name/"
    "name and surname/name first and last/last name first name/contact name/member/member name/colleague/respondent",
    "first_name": "first name/firstname/given name/given names/forename/forenames/first/preferred first name/"
    "legal first name/fname/recipient first name",
    "last_name": "last name/lastname/surname/family name/last/legal last name/lname/recipient last name",
    "email": "email/e mail/mail/email address/e mail address/mail address/work email/work e mail/work email address/"
    "business email/company email/corporate email/office email/primary email/primary work email/contact email/"
    "upn/user principal name/username mail/recipient email/email id/email work/mail id",
    "employee_number": "employee number/employee no/employee nr/employee id/employee num/emp id/emp no/emp nr/"
    "employeeid/staff id/staff number/staff no/personnel number/personnel no/personnel id/worker id/person id/"
    "person number/personal id/id/badge/badge number/payroll number/payroll id/hr id/hris id/user id/associate id/"
    "associate number/colleague id/employee code/ein/ee id/global id/workday id/sap id",
    "title": "title/job title/position/job/position title/business title/current position/role title/designation/"
    "occupation/profession/job name/function/current role/job role/current job title/working title/job position/"
    "pos title",
    "department": "department/dept/dep/division/business unit/unit/org unit/organization unit/organisation unit/"
    "organizational unit/organisational unit/function area/area/team/cost center name/department name/team name/"
    "supervisory organization/org/bu/section/business area/line of business/directorate/sub department",
    "location": "location/site/office/city/town/work location/workplace/office location/base/country/location name/"
    "duty station/branch/place of work/building/work site/work city/work country/region/campus/home office location/"
    "work loc/loc",
    "company": "company/organization/organisation/employer/company name/legal entity/entity/firm/organization name/"
    "organisation name/current employer",
    "level": "level/job level/seniority/seniority level/career level/management level/grade/band/job grade/pay grade/"
    "hierarchy level/pay band/job band/career band/salary grade/compensation grade/rank level/career stage level",
    "manager": "manager/line manager/supervisor/reports to/boss/manager name/managers name/lead/manager email/"
    "manager e mail/manager mail/line manager name/line manager email/team lead/direct manager/reporting manager/"
    "supervisor name/manager id/people manager/reporting to/supervisor id/supervisor number/supervisor email/"
    "supervisor e mail/manager number/manager employee id/line manager id/manager employee number/worker s manager/"
    "supervisor employee id/reports to id/reports to email",
    "languages": "languages/language/languages spoken/spoken languages/language skills/speaks",
    "offers": "offers/skills offered/offer/can share/can offer/can teach/skills to share/expertise/strengths/skills/"
    "areas of expertise/can help with/i can share/i can help with/i offer/skills i can share/teaches/"
    "mentoring topics/competencies/competences/know how/gives/topics offered/topics you offer/topics i offer/"
    "topics i can offer/area of expertise/expert in/skills you can share/key skills/top skills/core skills",
    "wants": "wants/skills wanted/want/would like to learn/wants to learn/learning goals/goals/development areas/"
    "areas of development/needs/interests/skills to develop/topics wanted/development goals/skills to learn/"
    "i want to learn/i would like to learn/learning needs/seeks/looking for/i want/topics you want/topics i want/"
    "topic/topics/interest/area of interest/areas of interest/topic of interest/topics of interest/learning topics/"
    "learning objectives/development needs/mentoring goals/goals for mentoring/skills of interest/focus areas",
    "avoids": "avoids/topics not wanted/topics to avoid/topics i do not want/topics you do not want/"
    "topics i don t want/no go topics/unwanted topics/do not discuss/not wanted/off limits/topics off limits/"
    "topics i do not want to talk about/topics i would rather avoid/avoid/taboo topics",
    "experience": "life experience/experience/life experiences/experiences/background/lived experience",
    "role": "role/role in program/role in programme/program role/programme role/mentoring role/mentor or mentee/"
    "mentor mentee/participates as/participation/takes part as/i want to be/role in the program/role in mentoring/"
    "participant type/participant role/participating as/mentor mentee or both/type of participant/"
    "i would like to take part as/i would like to be/sign up as/apply as/program participation",
    "capacity": "capacity/places/number of mentees/max mentees/slots/maximum mentees/mentees max/max pairs/"
    "number of pairs/how many mentees/mentoring capacity/spots/places as mentor/max number of mentees/no of mentees/"
    "maximum number of mentees/available places/available slots/mentee capacity",
    "external": "external/is external/external person/outside the company/contractor/external yes no/"
    "internal or external/internal external/external employee",
    "status": "status/employment status/employee status/worker status/emp status/active status/hr status/"
    "staff status/person status/active/is active/employment state/current status/assignment status",
    "hired_on": "hired on/hire date/date of hire/hired/joined/joining date/date joined/employed since/entry date/"
    "original hire date/in company since/with us since/join date/continuous service date/service date/"
    "date of joining/doj/most recent hire date/latest hire date/employment start date/date of employment/"
    "company entry date/seniority date/last hire date",
    "last_promotion": "last promotion/last promotion date/date of last promotion/promotion date/promoted on/"
    "promoted/last promoted/last promoted on/most recent promotion/most recent promotion date/latest promotion date/"
    "last grade change/date promoted",
    "left_on": "left on/termination date/leaving date/last working day/last day/exit date/date left/date of leaving/"
    "end of employment/employment end date/leave date/separation date/date of termination/resignation date/"
    "last day of work/last date worked/contract termination date/effective termination date/terminated on",
    "notes": "notes/note/comments/comment/remarks/remark/anything else",
    "cohort": "cohort/cohort name/past cohort/class/intake/batch/wave/edition/program/programme/program name/"
    "programme name/mentoring program/mentoring programme/mentoring cohort/program cohort/program year/cohort year/"
    "past cohorts/round/season/mentoring round/generation",
    "started_on": "cohort began on/started on/began on/cohort start/program start/programme start/began/"
    "cohort start date/program start date/programme start date/mentoring start/mentoring start date/pair start/"
    "matched on/match date/date matched/paired on/pairing date/date paired/paired since/matched since",
    "completed_on": "cohort ended on/completed on/ended on/cohort end/program end/programme end/completion date/"
    "date completed/cohort end date/program end date/programme end date/finished on/mentoring end/mentoring end date",
    "completion": "completion/completed/completion status/program status/programme status/outcome/finished/"
    "completed program/completed programme/completed yes no/graduated/participation status/enrollment status",
    "partner": "partner/mentoring partner/matched with/match/paired with/counterpart/matched partner/partner name/"
    "partner email/partner e mail/pair partner/mentor or mentee name/tandem partner/matched to/partner id",
    "rank": "rank/priority/preference/ranking/order of preference/order of importance/importance/choice/"
    "preference order/priority rank/rank of topic/topic rank/priority order",
}

# A word, or words one after the other, inside a longer heading.
WORDS: Mapping[str, str] = {
    "manager": "manager/managers/supervisor/reports to/superior",
    "capacity": "capacity/how many mentees/number of mentees/places",
    "wants": "learn/wanted/improve/develop",
    "offers": "share/offer/offers/offered/teach/pass on",
    "first_name": "first name/given name/forename",
    "last_name": "last name/surname/family name",
    "email": "email/e mail/mail",
    "employee_number": "employee number/employee id/staff id/personnel number/employee no/staff number/badge number",
    "languages": "languages/language",
    "role": "mentor or mentee/role in/mentoring role/program role",
    "last_promotion": "last promotion/promotion date/last promoted/promoted on",
    "left_on": "termination date/leaving date/last working day/exit date/date left/date of leaving",
    "hired_on": "hire date/hired/hire/date of joining/joining date",
    "status": "employment status/worker status/employee status",
    "experience": "life experience/background/lived experience",
    "title": "job title/position",
    "department": "department/dept/division/business unit/org unit/organizational unit",
    "location": "location/office/site/city/based",
    "company": "company/employer",
    "level": "level/seniority/grade",
    "notes": "comment/comments/notes/remarks",
    "external": "external",
    "name": "full name/employee name/participant name/complete name/your name",
}

# Columns that are often there and mean no field here. They also keep likeness from taking them for a slip of the pen.
NO_FIELD = (
    "phone/phone number/mobile/mobile phone/telephone/cell phone/salary/salaries/base salary/compensation/gender/sex/"
    "age/date of birth/birth date/birthday/dob/nationality/citizenship/cost center/cost centre/size/t shirt size/"
    "shirt size/diet/dietary needs/address/street/zip/zip code/postcode/postal code/state/province/county/pronouns/"
    "timestamp/time stamp/date/day/time/start time/completion time/last modified time/submitted at/submission date/"
    "submission id/created/created at/created on/date created/date modified/modified/updated/last updated/ip address/"
    "respondent id/collector id/response id/network id/score/total/total points/quiz feedback/points/photo/picture/"
    "url/link/website/linkedin/fte/hours/working hours/working time/tenure/years of service/code/number/no/nr/"
    "marital status/visa status/last name pronunciation/manager approval/approved by manager/full time part time/"
    "employment type/employee type/worker type/contract type/cohort size/rate/gate/case/page/stage/session/"
    "manager level/team size/number of direct reports/direct reports/salutation/prefix/suffix/initials/middle name/"
    "preferred pronouns/legal gender/ethnicity/education/degree/university/certifications/birth place/place of birth"
)

# The same column is another field in a list of past cohorts than in a list of people.
IN_HISTORY: Mapping[str, str] = {
    "started_on": "start/start date/from/begin/begins/beginning/since/first day/started/date started/pair started/"
    "pair start date/start of pair/pair since/together since",
    "completed_on": "end/end date/to/until/till/last day/closed on/ended/date ended/pair ended/pair end/end of pair",
    "completion": "status/result/outcome/state/completed",
}
HIRED_UNLESS_HISTORY = "start date/starting date"
TOPICS = (
    "topic/topics/which topics/which topic/areas of interest/area of interest/subjects/themes/topic areas/"
    "mentoring areas"
)
