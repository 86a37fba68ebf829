CREATE TABLE step (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL,
    undone INTEGER NOT NULL,
    CONSTRAINT ck_step_at_kind CHECK (at IS NULL OR datetime(at) IS NOT NULL),
    CONSTRAINT ck_step_undone_kind CHECK (undone IN (0, 1))
)
 STRICT;

CREATE TABLE history_state (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    step_id INTEGER,
    CONSTRAINT ck_history_state_single CHECK (id = 1)
)
 STRICT;

CREATE TABLE desk_state (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT uq_desk_state_key UNIQUE ("key")
)
 STRICT;

CREATE TABLE attention_mark (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    hidden_until TEXT NOT NULL,
    marked_on TEXT NOT NULL,
    handled INTEGER NOT NULL,
    CONSTRAINT uq_attention_mark_key UNIQUE ("key"),
    CONSTRAINT ck_attention_mark_hidden_until_kind CHECK (hidden_until IS date(hidden_until, '+0 days')),
    CONSTRAINT ck_attention_mark_marked_on_kind CHECK (marked_on IS date(marked_on, '+0 days')),
    CONSTRAINT ck_attention_mark_handled_kind CHECK (handled IN (0, 1))
)
 STRICT;

CREATE TABLE column_mapping (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    headings TEXT NOT NULL,
    mapping TEXT NOT NULL,
    CONSTRAINT uq_column_mapping_headings UNIQUE (headings),
    CONSTRAINT ck_column_mapping_mapping_kind CHECK (mapping IS NULL OR json_valid(mapping))
)
 STRICT;

CREATE TABLE mail_template (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    CONSTRAINT uq_mail_template_name UNIQUE (name)
)
 STRICT;

CREATE TABLE setting (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT uq_setting_key UNIQUE ("key"),
    CONSTRAINT ck_setting_value_kind CHECK (value IS NULL OR json_valid(value))
)
 STRICT;

CREATE TABLE person (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    email TEXT,
    employee_number TEXT,
    title TEXT NOT NULL,
    department TEXT NOT NULL,
    location TEXT NOT NULL,
    company TEXT NOT NULL,
    level INTEGER,
    manager_id INTEGER,
    external INTEGER NOT NULL,
    status TEXT NOT NULL,
    hired_on TEXT,
    left_on TEXT,
    notes TEXT NOT NULL,
    CONSTRAINT ck_person_name CHECK (length(trim(name)) > 0),
    CONSTRAINT ck_person_manager CHECK (manager_id IS NOT id),
    CONSTRAINT ck_person_level CHECK (level BETWEEN 1 AND 7),
    CONSTRAINT uq_person_email UNIQUE (email),
    CONSTRAINT uq_person_employee_number UNIQUE (employee_number),
    CONSTRAINT fk_person_manager_id FOREIGN KEY(manager_id) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT ck_person_external_kind CHECK (external IN (0, 1)),
    CONSTRAINT ck_person_status_kind CHECK (status IN ('active', 'leave', 'left')),
    CONSTRAINT ck_person_hired_on_kind CHECK (hired_on IS date(hired_on, '+0 days')),
    CONSTRAINT ck_person_left_on_kind CHECK (left_on IS date(left_on, '+0 days'))
)
 STRICT;

CREATE TABLE custom_field (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    choices TEXT NOT NULL,
    position INTEGER NOT NULL,
    hidden_in_reports INTEGER NOT NULL,
    CONSTRAINT uq_custom_field_name UNIQUE (name),
    CONSTRAINT ck_custom_field_kind_kind CHECK (kind IN ('text', 'number', 'date', 'yes_no', 'choice', 'ordered', 'choices')),
    CONSTRAINT ck_custom_field_choices_kind CHECK (choices IS NULL OR json_valid(choices)),
    CONSTRAINT ck_custom_field_hidden_in_reports_kind CHECK (hidden_in_reports IN (0, 1))
)
 STRICT;

CREATE TABLE program (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    objective TEXT NOT NULL,
    sponsor TEXT NOT NULL,
    lead TEXT NOT NULL,
    rhythm_days INTEGER NOT NULL,
    length_months INTEGER NOT NULL,
    ground_rules TEXT NOT NULL,
    ground_rules_version INTEGER NOT NULL,
    thresholds TEXT NOT NULL,
    match_rules TEXT NOT NULL,
    in_use INTEGER NOT NULL,
    CONSTRAINT ck_program_name CHECK (length(trim(name)) > 0),
    CONSTRAINT ck_program_rhythm_days CHECK (rhythm_days BETWEEN 1 AND 366),
    CONSTRAINT ck_program_length_months CHECK (length_months BETWEEN 1 AND 120),
    CONSTRAINT uq_program_name UNIQUE (name),
    CONSTRAINT ck_program_format_kind CHECK (format IN ('traditional', 'reverse', 'peer', 'cross_company')),
    CONSTRAINT ck_program_thresholds_kind CHECK (thresholds IS NULL OR json_valid(thresholds)),
    CONSTRAINT ck_program_match_rules_kind CHECK (match_rules IS NULL OR json_valid(match_rules)),
    CONSTRAINT ck_program_in_use_kind CHECK (in_use IN (0, 1))
)
 STRICT;

CREATE TABLE change (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    step_id INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    "before" TEXT,
    "after" TEXT,
    CONSTRAINT ck_change_something CHECK (before IS NOT NULL OR after IS NOT NULL),
    CONSTRAINT fk_change_step_id FOREIGN KEY(step_id) REFERENCES step (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE person_tag (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    rank INTEGER NOT NULL,
    CONSTRAINT uq_person_tag_person_id_kind_value UNIQUE (person_id, kind, value),
    CONSTRAINT fk_person_tag_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT ck_person_tag_kind_kind CHECK (kind IN ('offers', 'wants', 'language', 'experience'))
)
 STRICT;

CREATE TABLE not_same (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    first_id INTEGER NOT NULL,
    second_id INTEGER NOT NULL,
    CONSTRAINT uq_not_same_first_id_second_id UNIQUE (first_id, second_id),
    CONSTRAINT ck_not_same_order CHECK (first_id < second_id),
    CONSTRAINT fk_not_same_first_id FOREIGN KEY(first_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT fk_not_same_second_id FOREIGN KEY(second_id) REFERENCES person (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE custom_value (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL,
    field_id INTEGER NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT uq_custom_value_person_id_field_id_value UNIQUE (person_id, field_id, value),
    CONSTRAINT fk_custom_value_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT fk_custom_value_field_id FOREIGN KEY(field_id) REFERENCES custom_field (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE career_milestone (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    precision TEXT NOT NULL,
    until TEXT,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    CONSTRAINT fk_career_milestone_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT ck_career_milestone_kind_kind CHECK (kind IN ('promotion', 'new_role', 'transfer', 'leave', 'return', 'award', 'anniversary', 'departure')),
    CONSTRAINT ck_career_milestone_day_kind CHECK (day IS date(day, '+0 days')),
    CONSTRAINT ck_career_milestone_precision_kind CHECK (precision IN ('day', 'month', 'year')),
    CONSTRAINT ck_career_milestone_until_kind CHECK (until IS date(until, '+0 days'))
)
 STRICT;

CREATE TABLE plan_step (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    program_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    days_after INTEGER NOT NULL,
    owner TEXT NOT NULL,
    required INTEGER NOT NULL,
    CONSTRAINT ck_plan_step_days_after CHECK (days_after BETWEEN 0 AND 3650),
    CONSTRAINT ck_plan_step_title CHECK (length(trim(title)) > 0),
    CONSTRAINT fk_plan_step_program_id FOREIGN KEY(program_id) REFERENCES program (id) ON DELETE CASCADE,
    CONSTRAINT ck_plan_step_owner_kind CHECK (owner IN ('mentor', 'mentee', 'both', 'coordinator')),
    CONSTRAINT ck_plan_step_required_kind CHECK (required IN (0, 1))
)
 STRICT;

CREATE TABLE question (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    program_id INTEGER NOT NULL,
    question_set TEXT NOT NULL,
    text TEXT NOT NULL,
    position INTEGER NOT NULL,
    hidden INTEGER NOT NULL,
    CONSTRAINT fk_question_program_id FOREIGN KEY(program_id) REFERENCES program (id) ON DELETE CASCADE,
    CONSTRAINT ck_question_question_set_kind CHECK (question_set IN ('check_in', 'closing', 'story')),
    CONSTRAINT ck_question_hidden_kind CHECK (hidden IN (0, 1))
)
 STRICT;

CREATE TABLE cohort (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    program_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    matching_closes_on TEXT,
    closed_on TEXT,
    lead TEXT NOT NULL,
    CONSTRAINT ck_cohort_name CHECK (length(trim(name)) > 0),
    CONSTRAINT ck_cohort_dates CHECK (ends_on >= starts_on),
    CONSTRAINT fk_cohort_program_id FOREIGN KEY(program_id) REFERENCES program (id) ON DELETE RESTRICT,
    CONSTRAINT uq_cohort_name UNIQUE (name),
    CONSTRAINT ck_cohort_starts_on_kind CHECK (starts_on IS date(starts_on, '+0 days')),
    CONSTRAINT ck_cohort_ends_on_kind CHECK (ends_on IS date(ends_on, '+0 days')),
    CONSTRAINT ck_cohort_matching_closes_on_kind CHECK (matching_closes_on IS date(matching_closes_on, '+0 days')),
    CONSTRAINT ck_cohort_closed_on_kind CHECK (closed_on IS date(closed_on, '+0 days'))
)
 STRICT;

CREATE TABLE match_draft (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    cohort_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    made_at TEXT NOT NULL,
    settings TEXT NOT NULL,
    CONSTRAINT uq_match_draft_cohort_id_name UNIQUE (cohort_id, name),
    CONSTRAINT fk_match_draft_cohort_id FOREIGN KEY(cohort_id) REFERENCES cohort (id) ON DELETE CASCADE,
    CONSTRAINT ck_match_draft_made_at_kind CHECK (made_at IS NULL OR datetime(made_at) IS NOT NULL),
    CONSTRAINT ck_match_draft_settings_kind CHECK (settings IS NULL OR json_valid(settings))
)
 STRICT;

CREATE TABLE enrollment (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    cohort_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    role TEXT NOT NULL,
    capacity INTEGER NOT NULL,
    status TEXT NOT NULL,
    enrolled_on TEXT NOT NULL,
    note TEXT NOT NULL,
    CONSTRAINT uq_enrollment_cohort_id_person_id_role UNIQUE (cohort_id, person_id, role),
    CONSTRAINT ck_enrollment_capacity CHECK (capacity BETWEEN 0 AND 50),
    CONSTRAINT fk_enrollment_cohort_id FOREIGN KEY(cohort_id) REFERENCES cohort (id) ON DELETE CASCADE,
    CONSTRAINT fk_enrollment_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT ck_enrollment_role_kind CHECK (role IN ('mentor', 'mentee', 'peer')),
    CONSTRAINT ck_enrollment_status_kind CHECK (status IN ('applied', 'accepted', 'waitlisted', 'withdrawn', 'completed')),
    CONSTRAINT ck_enrollment_enrolled_on_kind CHECK (enrolled_on IS date(enrolled_on, '+0 days'))
)
 STRICT;

CREATE TABLE pair (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    cohort_id INTEGER,
    format TEXT NOT NULL,
    left_id INTEGER NOT NULL,
    right_id INTEGER NOT NULL,
    status TEXT NOT NULL,
    started_on TEXT,
    started_precision TEXT NOT NULL,
    ended_on TEXT,
    end_reason TEXT,
    end_note TEXT NOT NULL,
    introduced_by_id INTEGER,
    rhythm_days INTEGER,
    circle TEXT NOT NULL,
    left_agreed_on TEXT,
    right_agreed_on TEXT,
    agreed_version INTEGER,
    left_again INTEGER,
    right_again INTEGER,
    notes TEXT NOT NULL,
    CONSTRAINT ck_pair_two_people CHECK (left_id <> right_id),
    CONSTRAINT ck_pair_dates CHECK (ended_on IS NULL OR started_on IS NULL OR ended_on >= started_on),
    CONSTRAINT ck_pair_rhythm_days CHECK (rhythm_days BETWEEN 1 AND 366),
    CONSTRAINT fk_pair_cohort_id FOREIGN KEY(cohort_id) REFERENCES cohort (id) ON DELETE RESTRICT,
    CONSTRAINT fk_pair_left_id FOREIGN KEY(left_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_pair_right_id FOREIGN KEY(right_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_pair_introduced_by_id FOREIGN KEY(introduced_by_id) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT ck_pair_format_kind CHECK (format IN ('traditional', 'reverse', 'peer', 'cross_company')),
    CONSTRAINT ck_pair_status_kind CHECK (status IN ('proposed', 'active', 'paused', 'completed', 'enduring', 'ended')),
    CONSTRAINT ck_pair_started_on_kind CHECK (started_on IS date(started_on, '+0 days')),
    CONSTRAINT ck_pair_started_precision_kind CHECK (started_precision IN ('day', 'month', 'year')),
    CONSTRAINT ck_pair_ended_on_kind CHECK (ended_on IS date(ended_on, '+0 days')),
    CONSTRAINT ck_pair_end_reason_kind CHECK (end_reason IN ('no_time', 'not_a_fit', 'changed_job', 'left_company', 'leave', 'other')),
    CONSTRAINT ck_pair_left_agreed_on_kind CHECK (left_agreed_on IS date(left_agreed_on, '+0 days')),
    CONSTRAINT ck_pair_right_agreed_on_kind CHECK (right_agreed_on IS date(right_agreed_on, '+0 days')),
    CONSTRAINT ck_pair_left_again_kind CHECK (left_again IN (0, 1)),
    CONSTRAINT ck_pair_right_again_kind CHECK (right_again IN (0, 1))
)
 STRICT;

CREATE TABLE contact (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    pair_id INTEGER NOT NULL,
    channel TEXT NOT NULL,
    day TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    note TEXT NOT NULL,
    CONSTRAINT ck_contact_minutes CHECK (minutes BETWEEN 0 AND 1440),
    CONSTRAINT fk_contact_pair_id FOREIGN KEY(pair_id) REFERENCES pair (id) ON DELETE CASCADE,
    CONSTRAINT ck_contact_channel_kind CHECK (channel IN ('meeting', 'video', 'phone', 'text', 'email', 'coffee', 'event')),
    CONSTRAINT ck_contact_day_kind CHECK (day IS date(day, '+0 days'))
)
 STRICT;

CREATE TABLE planned_meeting (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    pair_id INTEGER NOT NULL,
    channel TEXT NOT NULL,
    day TEXT NOT NULL,
    time TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    agenda TEXT NOT NULL,
    CONSTRAINT fk_planned_meeting_pair_id FOREIGN KEY(pair_id) REFERENCES pair (id) ON DELETE CASCADE,
    CONSTRAINT ck_planned_meeting_channel_kind CHECK (channel IN ('meeting', 'video', 'phone', 'text', 'email', 'coffee', 'event')),
    CONSTRAINT ck_planned_meeting_day_kind CHECK (day IS date(day, '+0 days'))
)
 STRICT;

CREATE TABLE check_in (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    pair_id INTEGER NOT NULL,
    side TEXT NOT NULL,
    day TEXT NOT NULL,
    skipped INTEGER NOT NULL,
    trust INTEGER,
    value INTEGER,
    balance INTEGER,
    progress INTEGER,
    got INTEGER,
    gave INTEGER,
    recommend INTEGER,
    fit TEXT,
    comment TEXT NOT NULL,
    CONSTRAINT ck_check_in_trust CHECK (trust BETWEEN 1 AND 5),
    CONSTRAINT ck_check_in_value CHECK (value BETWEEN 1 AND 5),
    CONSTRAINT ck_check_in_balance CHECK (balance BETWEEN 1 AND 5),
    CONSTRAINT ck_check_in_progress CHECK (progress BETWEEN 1 AND 5),
    CONSTRAINT ck_check_in_got CHECK (got BETWEEN 1 AND 5),
    CONSTRAINT ck_check_in_gave CHECK (gave BETWEEN 1 AND 5),
    CONSTRAINT ck_check_in_recommend CHECK (recommend BETWEEN 0 AND 10),
    CONSTRAINT fk_check_in_pair_id FOREIGN KEY(pair_id) REFERENCES pair (id) ON DELETE CASCADE,
    CONSTRAINT ck_check_in_side_kind CHECK (side IN ('left', 'right')),
    CONSTRAINT ck_check_in_day_kind CHECK (day IS date(day, '+0 days')),
    CONSTRAINT ck_check_in_skipped_kind CHECK (skipped IN (0, 1)),
    CONSTRAINT ck_check_in_fit_kind CHECK (fit IN ('good', 'deciding', 'not_a_fit'))
)
 STRICT;

CREATE TABLE goal (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    pair_id INTEGER NOT NULL,
    owner TEXT NOT NULL,
    title TEXT NOT NULL,
    progress INTEGER NOT NULL,
    start_rating INTEGER,
    end_rating INTEGER,
    set_on TEXT NOT NULL,
    due_on TEXT,
    done_on TEXT,
    note TEXT NOT NULL,
    CONSTRAINT ck_goal_progress CHECK (progress BETWEEN 0 AND 100),
    CONSTRAINT ck_goal_start_rating CHECK (start_rating BETWEEN 1 AND 10),
    CONSTRAINT ck_goal_end_rating CHECK (end_rating BETWEEN 1 AND 10),
    CONSTRAINT fk_goal_pair_id FOREIGN KEY(pair_id) REFERENCES pair (id) ON DELETE CASCADE,
    CONSTRAINT ck_goal_owner_kind CHECK (owner IN ('left', 'right', 'both')),
    CONSTRAINT ck_goal_set_on_kind CHECK (set_on IS date(set_on, '+0 days')),
    CONSTRAINT ck_goal_due_on_kind CHECK (due_on IS date(due_on, '+0 days')),
    CONSTRAINT ck_goal_done_on_kind CHECK (done_on IS date(done_on, '+0 days'))
)
 STRICT;

CREATE TABLE milestone (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    pair_id INTEGER NOT NULL,
    step_id INTEGER,
    title TEXT NOT NULL,
    owner TEXT NOT NULL,
    required INTEGER NOT NULL,
    due_on TEXT NOT NULL,
    done_on TEXT,
    skipped_on TEXT,
    skip_reason TEXT NOT NULL,
    note TEXT NOT NULL,
    CONSTRAINT ck_milestone_one_end CHECK (done_on IS NULL OR skipped_on IS NULL),
    CONSTRAINT ck_milestone_reason CHECK (skipped_on IS NULL OR length(trim(skip_reason)) > 0),
    CONSTRAINT uq_milestone_pair_id_step_id UNIQUE (pair_id, step_id),
    CONSTRAINT fk_milestone_pair_id FOREIGN KEY(pair_id) REFERENCES pair (id) ON DELETE CASCADE,
    CONSTRAINT fk_milestone_step_id FOREIGN KEY(step_id) REFERENCES plan_step (id) ON DELETE SET NULL,
    CONSTRAINT ck_milestone_owner_kind CHECK (owner IN ('mentor', 'mentee', 'both', 'coordinator')),
    CONSTRAINT ck_milestone_required_kind CHECK (required IN (0, 1)),
    CONSTRAINT ck_milestone_due_on_kind CHECK (due_on IS date(due_on, '+0 days')),
    CONSTRAINT ck_milestone_done_on_kind CHECK (done_on IS date(done_on, '+0 days')),
    CONSTRAINT ck_milestone_skipped_on_kind CHECK (skipped_on IS date(skipped_on, '+0 days'))
)
 STRICT;

CREATE TABLE joint_project (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    pair_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    approved_on TEXT,
    hours_budget REAL NOT NULL,
    started_on TEXT NOT NULL,
    finished_on TEXT,
    outcome TEXT NOT NULL,
    CONSTRAINT ck_joint_project_hours_budget CHECK (hours_budget >= 0),
    CONSTRAINT fk_joint_project_pair_id FOREIGN KEY(pair_id) REFERENCES pair (id) ON DELETE CASCADE,
    CONSTRAINT ck_joint_project_approved_on_kind CHECK (approved_on IS date(approved_on, '+0 days')),
    CONSTRAINT ck_joint_project_started_on_kind CHECK (started_on IS date(started_on, '+0 days')),
    CONSTRAINT ck_joint_project_finished_on_kind CHECK (finished_on IS date(finished_on, '+0 days'))
)
 STRICT;

CREATE TABLE introduction (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    through_id INTEGER,
    pair_id INTEGER,
    status TEXT NOT NULL,
    asked_on TEXT,
    made_on TEXT,
    note TEXT NOT NULL,
    CONSTRAINT ck_introduction_two_people CHECK (person_id <> other_id),
    CONSTRAINT fk_introduction_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT fk_introduction_other_id FOREIGN KEY(other_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT fk_introduction_through_id FOREIGN KEY(through_id) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT fk_introduction_pair_id FOREIGN KEY(pair_id) REFERENCES pair (id) ON DELETE SET NULL,
    CONSTRAINT ck_introduction_status_kind CHECK (status IN ('open', 'made', 'declined')),
    CONSTRAINT ck_introduction_asked_on_kind CHECK (asked_on IS date(asked_on, '+0 days')),
    CONSTRAINT ck_introduction_made_on_kind CHECK (made_on IS date(made_on, '+0 days'))
)
 STRICT;

CREATE TABLE story (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    pair_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    pull_quote TEXT NOT NULL,
    due_on TEXT,
    left_asked_on TEXT,
    right_asked_on TEXT,
    left_consent_on TEXT,
    right_consent_on TEXT,
    CONSTRAINT uq_story_pair_id UNIQUE (pair_id),
    CONSTRAINT fk_story_pair_id FOREIGN KEY(pair_id) REFERENCES pair (id) ON DELETE CASCADE,
    CONSTRAINT ck_story_due_on_kind CHECK (due_on IS date(due_on, '+0 days')),
    CONSTRAINT ck_story_left_asked_on_kind CHECK (left_asked_on IS date(left_asked_on, '+0 days')),
    CONSTRAINT ck_story_right_asked_on_kind CHECK (right_asked_on IS date(right_asked_on, '+0 days')),
    CONSTRAINT ck_story_left_consent_on_kind CHECK (left_consent_on IS date(left_consent_on, '+0 days')),
    CONSTRAINT ck_story_right_consent_on_kind CHECK (right_consent_on IS date(right_consent_on, '+0 days'))
)
 STRICT;

CREATE TABLE closing_survey (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    pair_id INTEGER NOT NULL,
    side TEXT NOT NULL,
    day TEXT NOT NULL,
    recommend INTEGER,
    go_on INTEGER,
    again INTEGER,
    comment TEXT NOT NULL,
    CONSTRAINT uq_closing_survey_pair_id_side UNIQUE (pair_id, side),
    CONSTRAINT ck_closing_survey_recommend CHECK (recommend BETWEEN 0 AND 10),
    CONSTRAINT fk_closing_survey_pair_id FOREIGN KEY(pair_id) REFERENCES pair (id) ON DELETE CASCADE,
    CONSTRAINT ck_closing_survey_side_kind CHECK (side IN ('left', 'right')),
    CONSTRAINT ck_closing_survey_day_kind CHECK (day IS date(day, '+0 days')),
    CONSTRAINT ck_closing_survey_go_on_kind CHECK (go_on IN (0, 1)),
    CONSTRAINT ck_closing_survey_again_kind CHECK (again IN (0, 1))
)
 STRICT;

CREATE TABLE close_choice (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    pair_id INTEGER NOT NULL,
    choice TEXT NOT NULL,
    reason TEXT NOT NULL,
    goal TEXT NOT NULL,
    goal_ends_on TEXT,
    CONSTRAINT uq_close_choice_pair_id UNIQUE (pair_id),
    CONSTRAINT fk_close_choice_pair_id FOREIGN KEY(pair_id) REFERENCES pair (id) ON DELETE CASCADE,
    CONSTRAINT ck_close_choice_goal_ends_on_kind CHECK (goal_ends_on IS date(goal_ends_on, '+0 days'))
)
 STRICT;

CREATE TABLE match_choice (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    draft_id INTEGER NOT NULL,
    left_id INTEGER NOT NULL,
    right_id INTEGER NOT NULL,
    state TEXT NOT NULL,
    fit INTEGER,
    CONSTRAINT uq_match_choice_draft_id_left_id_right_id UNIQUE (draft_id, left_id, right_id),
    CONSTRAINT ck_match_choice_state CHECK (state IN ('proposed', 'pinned', 'forbidden')),
    CONSTRAINT fk_match_choice_draft_id FOREIGN KEY(draft_id) REFERENCES match_draft (id) ON DELETE CASCADE,
    CONSTRAINT fk_match_choice_left_id FOREIGN KEY(left_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT fk_match_choice_right_id FOREIGN KEY(right_id) REFERENCES person (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE enrollment_wish (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    enrollment_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    rank INTEGER NOT NULL,
    CONSTRAINT uq_enrollment_wish_enrollment_id_person_id UNIQUE (enrollment_id, person_id),
    CONSTRAINT fk_enrollment_wish_enrollment_id FOREIGN KEY(enrollment_id) REFERENCES enrollment (id) ON DELETE CASCADE,
    CONSTRAINT fk_enrollment_wish_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT ck_enrollment_wish_kind_kind CHECK (kind IN ('wish', 'veto'))
)
 STRICT;

CREATE TABLE exchange (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    pair_id INTEGER NOT NULL,
    contact_id INTEGER,
    side TEXT NOT NULL,
    kind TEXT NOT NULL,
    points INTEGER NOT NULL,
    day TEXT NOT NULL,
    what TEXT NOT NULL,
    skill TEXT NOT NULL,
    CONSTRAINT ck_exchange_points CHECK (points BETWEEN 1 AND 3),
    CONSTRAINT fk_exchange_pair_id FOREIGN KEY(pair_id) REFERENCES pair (id) ON DELETE CASCADE,
    CONSTRAINT fk_exchange_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE SET NULL,
    CONSTRAINT ck_exchange_side_kind CHECK (side IN ('left', 'right')),
    CONSTRAINT ck_exchange_kind_kind CHECK (kind IN ('advice', 'feedback', 'knowledge', 'introduction', 'opportunity', 'support', 'advocacy', 'skill')),
    CONSTRAINT ck_exchange_day_kind CHECK (day IS date(day, '+0 days'))
)
 STRICT;

CREATE TABLE check_in_answer (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    check_in_id INTEGER NOT NULL,
    question TEXT NOT NULL,
    answer INTEGER NOT NULL,
    CONSTRAINT uq_check_in_answer_check_in_id_question UNIQUE (check_in_id, question),
    CONSTRAINT ck_check_in_answer_answer CHECK (answer BETWEEN 1 AND 5),
    CONSTRAINT fk_check_in_answer_check_in_id FOREIGN KEY(check_in_id) REFERENCES check_in (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE project_hours (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL,
    side TEXT NOT NULL,
    day TEXT NOT NULL,
    hours REAL NOT NULL,
    what TEXT NOT NULL,
    CONSTRAINT ck_project_hours_hours CHECK (hours > 0 AND hours <= 24),
    CONSTRAINT fk_project_hours_project_id FOREIGN KEY(project_id) REFERENCES joint_project (id) ON DELETE CASCADE,
    CONSTRAINT ck_project_hours_side_kind CHECK (side IN ('left', 'right')),
    CONSTRAINT ck_project_hours_day_kind CHECK (day IS date(day, '+0 days'))
)
 STRICT;

CREATE TABLE story_answer (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    story_id INTEGER NOT NULL,
    question TEXT NOT NULL,
    position INTEGER NOT NULL,
    side TEXT,
    answer TEXT NOT NULL,
    CONSTRAINT fk_story_answer_story_id FOREIGN KEY(story_id) REFERENCES story (id) ON DELETE CASCADE,
    CONSTRAINT ck_story_answer_side_kind CHECK (side IN ('left', 'right'))
)
 STRICT;

CREATE TABLE survey_answer (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    survey_id INTEGER NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    CONSTRAINT uq_survey_answer_survey_id_question UNIQUE (survey_id, question),
    CONSTRAINT fk_survey_answer_survey_id FOREIGN KEY(survey_id) REFERENCES closing_survey (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE survey_benefit (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    survey_id INTEGER NOT NULL,
    benefit TEXT NOT NULL,
    words TEXT NOT NULL,
    CONSTRAINT uq_survey_benefit_survey_id_benefit_words UNIQUE (survey_id, benefit, words),
    CONSTRAINT fk_survey_benefit_survey_id FOREIGN KEY(survey_id) REFERENCES closing_survey (id) ON DELETE CASCADE,
    CONSTRAINT ck_survey_benefit_benefit_kind CHECK (benefit IN ('leadership', 'perspective', 'network', 'confidence', 'skill', 'recognition', 'wellbeing', 'other'))
)
 STRICT;

CREATE INDEX ix_person_manager_id ON person (manager_id);

CREATE INDEX ix_change_step_id ON change (step_id);

CREATE INDEX ix_not_same_second_id ON not_same (second_id);

CREATE INDEX ix_custom_value_field_id ON custom_value (field_id);

CREATE INDEX ix_career_milestone_person_id ON career_milestone (person_id);

CREATE INDEX ix_career_milestone_day ON career_milestone (day);

CREATE INDEX ix_plan_step_program_id ON plan_step (program_id);

CREATE INDEX ix_question_program_id ON question (program_id);

CREATE INDEX ix_cohort_program_id ON cohort (program_id);

CREATE INDEX ix_enrollment_person_id ON enrollment (person_id);

CREATE INDEX ix_pair_status ON pair (status);

CREATE INDEX ix_pair_left_id ON pair (left_id);

CREATE INDEX ix_pair_cohort_id ON pair (cohort_id);

CREATE INDEX ix_pair_introduced_by_id ON pair (introduced_by_id);

CREATE INDEX ix_pair_right_id ON pair (right_id);

CREATE INDEX ix_contact_pair_day ON contact (pair_id, day);

CREATE INDEX ix_contact_day ON contact (day);

CREATE INDEX ix_planned_meeting_pair_day ON planned_meeting (pair_id, day);

CREATE INDEX ix_check_in_pair_day ON check_in (pair_id, day);

CREATE INDEX ix_goal_pair_id ON goal (pair_id);

CREATE INDEX ix_milestone_pair_id ON milestone (pair_id);

CREATE INDEX ix_milestone_step_id ON milestone (step_id);

CREATE INDEX ix_milestone_due_on ON milestone (due_on);

CREATE INDEX ix_joint_project_pair_id ON joint_project (pair_id);

CREATE INDEX ix_introduction_person_id ON introduction (person_id);

CREATE INDEX ix_introduction_pair_id ON introduction (pair_id);

CREATE INDEX ix_introduction_through_id ON introduction (through_id);

CREATE INDEX ix_introduction_other_id ON introduction (other_id);

CREATE INDEX ix_match_choice_right_id ON match_choice (right_id);

CREATE INDEX ix_match_choice_left_id ON match_choice (left_id);

CREATE INDEX ix_enrollment_wish_person_id ON enrollment_wish (person_id);

CREATE INDEX ix_exchange_pair_day ON exchange (pair_id, day, side, points);

CREATE INDEX ix_exchange_day ON exchange (day);

CREATE INDEX ix_exchange_contact_id ON exchange (contact_id);

CREATE INDEX ix_project_hours_project_id ON project_hours (project_id);

CREATE INDEX ix_story_answer_story_id ON story_answer (story_id);
