BEGIN TRANSACTION;
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
INSERT INTO "alembic_version" VALUES('0002');
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
 STRICT

;
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
	CONSTRAINT ck_career_milestone_kind_kind CHECK (kind IN ('promotion', 'new_role', 'new_manager', 'transfer', 'leave', 'return', 'award', 'anniversary', 'departure')), 
	CONSTRAINT ck_career_milestone_day_kind CHECK (day IS date(day, '+0 days')), 
	CONSTRAINT ck_career_milestone_precision_kind CHECK (precision IN ('day', 'month', 'year')), 
	CONSTRAINT ck_career_milestone_until_kind CHECK (until IS date(until, '+0 days'))
)
 STRICT

;
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
 STRICT

;
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
 STRICT

;
CREATE TABLE check_in_answer (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	check_in_id INTEGER NOT NULL, 
	question TEXT NOT NULL, 
	answer INTEGER NOT NULL, 
	CONSTRAINT uq_check_in_answer_check_in_id_question UNIQUE (check_in_id, question), 
	CONSTRAINT ck_check_in_answer_answer CHECK (answer BETWEEN 1 AND 5), 
	CONSTRAINT fk_check_in_answer_check_in_id FOREIGN KEY(check_in_id) REFERENCES check_in (id) ON DELETE CASCADE
)
 STRICT

;
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
 STRICT

;
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
 STRICT

;
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
 STRICT

;
INSERT INTO "cohort" VALUES(1,1,'Crossroads 2025','2025-10-06','2026-07-03',NULL,NULL,'');
CREATE TABLE column_mapping (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	headings TEXT NOT NULL, 
	mapping TEXT NOT NULL, 
	CONSTRAINT uq_column_mapping_headings UNIQUE (headings), 
	CONSTRAINT ck_column_mapping_mapping_kind CHECK (mapping IS NULL OR json_valid(mapping))
)
 STRICT

;
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
 STRICT

;
INSERT INTO "contact" VALUES(1,1,'phone','2026-01-05',20,'First call');
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
 STRICT

;
CREATE TABLE custom_value (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	person_id INTEGER NOT NULL, 
	field_id INTEGER NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT uq_custom_value_person_id_field_id_value UNIQUE (person_id, field_id, value), 
	CONSTRAINT fk_custom_value_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE, 
	CONSTRAINT fk_custom_value_field_id FOREIGN KEY(field_id) REFERENCES custom_field (id) ON DELETE CASCADE
)
 STRICT

;
CREATE TABLE desk_state (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT uq_desk_state_key UNIQUE ("key")
)
 STRICT

;
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
 STRICT

;
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
 STRICT

;
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
 STRICT

;
INSERT INTO "exchange" VALUES(1,1,1,'left','advice',2,'2026-01-05','','');
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
 STRICT

;
CREATE TABLE history_state (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	step_id INTEGER, 
	CONSTRAINT ck_history_state_single CHECK (id = 1)
)
 STRICT

;
INSERT INTO "history_state" VALUES(1,NULL);
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
 STRICT

;
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
 STRICT

;
CREATE TABLE mail_template (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	body TEXT NOT NULL, 
	CONSTRAINT uq_mail_template_name UNIQUE (name)
)
 STRICT

;
CREATE TABLE match_choice (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	draft_id INTEGER NOT NULL, 
	left_id INTEGER NOT NULL, 
	right_id INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	fit INTEGER, 
	round INTEGER DEFAULT 1 NOT NULL, 
	circle INTEGER DEFAULT 0 NOT NULL, 
	CONSTRAINT uq_match_choice_draft_id_left_id_right_id UNIQUE (draft_id, left_id, right_id), 
	CONSTRAINT ck_match_choice_state CHECK (state IN ('proposed', 'pinned', 'forbidden')), 
	CONSTRAINT fk_match_choice_draft_id FOREIGN KEY(draft_id) REFERENCES match_draft (id) ON DELETE CASCADE, 
	CONSTRAINT fk_match_choice_left_id FOREIGN KEY(left_id) REFERENCES person (id) ON DELETE CASCADE, 
	CONSTRAINT fk_match_choice_right_id FOREIGN KEY(right_id) REFERENCES person (id) ON DELETE CASCADE
)
 STRICT

;
INSERT INTO "match_choice" VALUES(1,1,1,2,'pinned',8000,1,0);
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
 STRICT

;
INSERT INTO "match_draft" VALUES(1,1,'Draft 1','2026-01-05T00:00:00+00:00','{}');
CREATE TABLE match_scores (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	cohort_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	rows TEXT NOT NULL, 
	CONSTRAINT uq_match_scores_cohort_id UNIQUE (cohort_id), 
	CONSTRAINT fk_match_scores_cohort_id FOREIGN KEY(cohort_id) REFERENCES cohort (id) ON DELETE CASCADE, 
	CONSTRAINT ck_match_scores_rows_kind CHECK (rows IS NULL OR json_valid(rows))
)
 STRICT

;
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
 STRICT

;
INSERT INTO "milestone" VALUES(1,1,1,'Kick-off','both',1,'2025-10-10','2025-10-10',NULL,'','');
CREATE TABLE not_same (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	first_id INTEGER NOT NULL, 
	second_id INTEGER NOT NULL, 
	CONSTRAINT uq_not_same_first_id_second_id UNIQUE (first_id, second_id), 
	CONSTRAINT ck_not_same_order CHECK (first_id < second_id), 
	CONSTRAINT fk_not_same_first_id FOREIGN KEY(first_id) REFERENCES person (id) ON DELETE CASCADE, 
	CONSTRAINT fk_not_same_second_id FOREIGN KEY(second_id) REFERENCES person (id) ON DELETE CASCADE
)
 STRICT

;
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
	CONSTRAINT ck_pair_end_reason_kind CHECK (end_reason IN ('no_time', 'not_a_fit', 'changed_job', 'left_company', 'leave', 'declined', 'other')), 
	CONSTRAINT ck_pair_left_agreed_on_kind CHECK (left_agreed_on IS date(left_agreed_on, '+0 days')), 
	CONSTRAINT ck_pair_right_agreed_on_kind CHECK (right_agreed_on IS date(right_agreed_on, '+0 days')), 
	CONSTRAINT ck_pair_left_again_kind CHECK (left_again IN (0, 1)), 
	CONSTRAINT ck_pair_right_again_kind CHECK (right_again IN (0, 1))
)
 STRICT

;
INSERT INTO "pair" VALUES(1,1,'traditional',1,2,'active','2025-10-06','day',NULL,NULL,'',NULL,NULL,'',NULL,NULL,NULL,NULL,NULL,'');
INSERT INTO "pair" VALUES(2,1,'traditional',2,1,'proposed',NULL,'day',NULL,NULL,'',NULL,NULL,'',NULL,NULL,NULL,NULL,NULL,'');
CREATE TABLE pair_answer (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	pair_id INTEGER NOT NULL, 
	side TEXT NOT NULL, 
	accepted INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT uq_pair_answer_pair_id_side UNIQUE (pair_id, side), 
	CONSTRAINT fk_pair_answer_pair_id FOREIGN KEY(pair_id) REFERENCES pair (id) ON DELETE CASCADE, 
	CONSTRAINT ck_pair_answer_side_kind CHECK (side IN ('left', 'right')), 
	CONSTRAINT ck_pair_answer_accepted_kind CHECK (accepted IN (0, 1)), 
	CONSTRAINT ck_pair_answer_day_kind CHECK (day IS date(day, '+0 days'))
)
 STRICT

;
INSERT INTO "pair_answer" VALUES(1,2,'left',1,'2026-01-06','');
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
 STRICT

;
INSERT INTO "person" VALUES(1,'Amara Okonkwo','amara@solvane.example',NULL,'','','','',NULL,NULL,0,'active',NULL,NULL,'');
INSERT INTO "person" VALUES(2,'Jonas Weidmann',NULL,NULL,'','','','',NULL,NULL,0,'active',NULL,NULL,'');
CREATE TABLE person_tag (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	person_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	value TEXT NOT NULL, 
	rank INTEGER NOT NULL, 
	CONSTRAINT uq_person_tag_person_id_kind_value UNIQUE (person_id, kind, value), 
	CONSTRAINT fk_person_tag_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE, 
	CONSTRAINT ck_person_tag_kind_kind CHECK (kind IN ('offers', 'wants', 'language', 'experience', 'avoids'))
)
 STRICT

;
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
 STRICT

;
INSERT INTO "plan_step" VALUES(1,1,'Kick-off',4,'both',1);
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
 STRICT

;
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
	mentors_per_company INTEGER, 
	mentees_per_company INTEGER, 
	in_use INTEGER NOT NULL, 
	CONSTRAINT ck_program_name CHECK (length(trim(name)) > 0), 
	CONSTRAINT ck_program_rhythm_days CHECK (rhythm_days BETWEEN 1 AND 366), 
	CONSTRAINT ck_program_length_months CHECK (length_months BETWEEN 1 AND 120), 
	CONSTRAINT ck_program_mentors_per_company CHECK (mentors_per_company BETWEEN 1 AND 10000), 
	CONSTRAINT ck_program_mentees_per_company CHECK (mentees_per_company BETWEEN 1 AND 10000), 
	CONSTRAINT uq_program_name UNIQUE (name), 
	CONSTRAINT ck_program_format_kind CHECK (format IN ('traditional', 'reverse', 'peer', 'cross_company')), 
	CONSTRAINT ck_program_thresholds_kind CHECK (thresholds IS NULL OR json_valid(thresholds)), 
	CONSTRAINT ck_program_match_rules_kind CHECK (match_rules IS NULL OR json_valid(match_rules)), 
	CONSTRAINT ck_program_in_use_kind CHECK (in_use IN (0, 1))
)
 STRICT

;
INSERT INTO "program" VALUES(1,'Crossroads','traditional','','','',30,9,'',1,'{}','{}',NULL,NULL,1);
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
 STRICT

;
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
 STRICT

;
CREATE TABLE response_receipt (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"key" TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	pair_id INTEGER NOT NULL, 
	record_id INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	received_at TEXT NOT NULL, 
	CONSTRAINT ck_response_receipt_kind CHECK (kind IN ('check_in', 'contact', 'exchange')), 
	CONSTRAINT uq_response_receipt_key UNIQUE ("key"), 
	CONSTRAINT fk_response_receipt_pair_id FOREIGN KEY(pair_id) REFERENCES pair (id) ON DELETE CASCADE, 
	CONSTRAINT ck_response_receipt_received_at_kind CHECK (received_at IS NULL OR datetime(received_at) IS NOT NULL)
)
 STRICT

;
CREATE TABLE setting (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT uq_setting_key UNIQUE ("key"), 
	CONSTRAINT ck_setting_value_kind CHECK (value IS NULL OR json_valid(value))
)
 STRICT

;
CREATE TABLE step (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	label TEXT NOT NULL, 
	at TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	undone INTEGER NOT NULL, 
	CONSTRAINT ck_step_at_kind CHECK (at IS NULL OR datetime(at) IS NOT NULL), 
	CONSTRAINT ck_step_undone_kind CHECK (undone IN (0, 1))
)
 STRICT

;
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
 STRICT

;
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
 STRICT

;
CREATE TABLE survey_answer (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	survey_id INTEGER NOT NULL, 
	question TEXT NOT NULL, 
	answer TEXT NOT NULL, 
	CONSTRAINT uq_survey_answer_survey_id_question UNIQUE (survey_id, question), 
	CONSTRAINT fk_survey_answer_survey_id FOREIGN KEY(survey_id) REFERENCES closing_survey (id) ON DELETE CASCADE
)
 STRICT

;
CREATE TABLE survey_benefit (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	survey_id INTEGER NOT NULL, 
	benefit TEXT NOT NULL, 
	words TEXT NOT NULL, 
	CONSTRAINT uq_survey_benefit_survey_id_benefit_words UNIQUE (survey_id, benefit, words), 
	CONSTRAINT fk_survey_benefit_survey_id FOREIGN KEY(survey_id) REFERENCES closing_survey (id) ON DELETE CASCADE, 
	CONSTRAINT ck_survey_benefit_benefit_kind CHECK (benefit IN ('leadership', 'perspective', 'network', 'confidence', 'skill', 'recognition', 'wellbeing', 'other'))
)
 STRICT

;
CREATE INDEX ix_person_manager_id ON person (manager_id);
CREATE INDEX ix_not_same_second_id ON not_same (second_id);
CREATE INDEX ix_custom_value_field_id ON custom_value (field_id);
CREATE INDEX ix_career_milestone_person_id ON career_milestone (person_id);
CREATE INDEX ix_career_milestone_day ON career_milestone (day);
CREATE INDEX ix_plan_step_program_id ON plan_step (program_id);
CREATE INDEX ix_question_program_id ON question (program_id);
CREATE INDEX ix_cohort_program_id ON cohort (program_id);
CREATE INDEX ix_change_step_id ON change (step_id);
CREATE INDEX ix_enrollment_person_id ON enrollment (person_id);
CREATE INDEX ix_pair_right_id ON pair (right_id);
CREATE INDEX ix_pair_left_id ON pair (left_id);
CREATE INDEX ix_pair_introduced_by_id ON pair (introduced_by_id);
CREATE INDEX ix_pair_cohort_id ON pair (cohort_id);
CREATE INDEX ix_pair_status ON pair (status);
CREATE INDEX ix_enrollment_wish_person_id ON enrollment_wish (person_id);
CREATE INDEX ix_contact_day ON contact (day);
CREATE INDEX ix_contact_pair_day ON contact (pair_id, day);
CREATE INDEX ix_planned_meeting_pair_day ON planned_meeting (pair_id, day);
CREATE INDEX ix_check_in_pair_day ON check_in (pair_id, day);
CREATE INDEX ix_goal_pair_id ON goal (pair_id);
CREATE INDEX ix_milestone_due_on ON milestone (due_on);
CREATE INDEX ix_milestone_step_id ON milestone (step_id);
CREATE INDEX ix_milestone_pair_id ON milestone (pair_id);
CREATE INDEX ix_joint_project_pair_id ON joint_project (pair_id);
CREATE INDEX ix_introduction_other_id ON introduction (other_id);
CREATE INDEX ix_introduction_person_id ON introduction (person_id);
CREATE INDEX ix_introduction_pair_id ON introduction (pair_id);
CREATE INDEX ix_introduction_through_id ON introduction (through_id);
CREATE INDEX ix_match_choice_left_id ON match_choice (left_id);
CREATE INDEX ix_match_choice_right_id ON match_choice (right_id);
CREATE INDEX ix_response_receipt_pair_id ON response_receipt (pair_id);
CREATE INDEX ix_exchange_day ON exchange (day);
CREATE INDEX ix_exchange_pair_day ON exchange (pair_id, day, side, points);
CREATE INDEX ix_exchange_contact_id ON exchange (contact_id);
CREATE INDEX ix_project_hours_project_id ON project_hours (project_id);
CREATE INDEX ix_story_answer_story_id ON story_answer (story_id);
CREATE TRIGGER history_attention_mark_insert AFTER INSERT ON "attention_mark" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'attention_mark', NEW.id, NULL, json_object('id', NEW."id", 'key', NEW."key", 'hidden_until', NEW."hidden_until", 'marked_on', NEW."marked_on", 'handled', NEW."handled") FROM history_state; END;
CREATE TRIGGER history_attention_mark_update AFTER UPDATE ON "attention_mark" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'key', OLD."key", 'hidden_until', OLD."hidden_until", 'marked_on', OLD."marked_on", 'handled', OLD."handled") IS NOT json_object('id', NEW."id", 'key', NEW."key", 'hidden_until', NEW."hidden_until", 'marked_on', NEW."marked_on", 'handled', NEW."handled") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'attention_mark', NEW.id, json_object('id', OLD."id", 'key', OLD."key", 'hidden_until', OLD."hidden_until", 'marked_on', OLD."marked_on", 'handled', OLD."handled"), json_object('id', NEW."id", 'key', NEW."key", 'hidden_until', NEW."hidden_until", 'marked_on', NEW."marked_on", 'handled', NEW."handled") FROM history_state; END;
CREATE TRIGGER history_attention_mark_delete AFTER DELETE ON "attention_mark" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'attention_mark', OLD.id, json_object('id', OLD."id", 'key', OLD."key", 'hidden_until', OLD."hidden_until", 'marked_on', OLD."marked_on", 'handled', OLD."handled"), NULL FROM history_state; END;
CREATE TRIGGER history_column_mapping_insert AFTER INSERT ON "column_mapping" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'column_mapping', NEW.id, NULL, json_object('id', NEW."id", 'headings', NEW."headings", 'mapping', NEW."mapping") FROM history_state; END;
CREATE TRIGGER history_column_mapping_update AFTER UPDATE ON "column_mapping" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'headings', OLD."headings", 'mapping', OLD."mapping") IS NOT json_object('id', NEW."id", 'headings', NEW."headings", 'mapping', NEW."mapping") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'column_mapping', NEW.id, json_object('id', OLD."id", 'headings', OLD."headings", 'mapping', OLD."mapping"), json_object('id', NEW."id", 'headings', NEW."headings", 'mapping', NEW."mapping") FROM history_state; END;
CREATE TRIGGER history_column_mapping_delete AFTER DELETE ON "column_mapping" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'column_mapping', OLD.id, json_object('id', OLD."id", 'headings', OLD."headings", 'mapping', OLD."mapping"), NULL FROM history_state; END;
CREATE TRIGGER history_custom_field_insert AFTER INSERT ON "custom_field" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'custom_field', NEW.id, NULL, json_object('id', NEW."id", 'name', NEW."name", 'kind', NEW."kind", 'choices', NEW."choices", 'position', NEW."position", 'hidden_in_reports', NEW."hidden_in_reports") FROM history_state; END;
CREATE TRIGGER history_custom_field_update AFTER UPDATE ON "custom_field" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'name', OLD."name", 'kind', OLD."kind", 'choices', OLD."choices", 'position', OLD."position", 'hidden_in_reports', OLD."hidden_in_reports") IS NOT json_object('id', NEW."id", 'name', NEW."name", 'kind', NEW."kind", 'choices', NEW."choices", 'position', NEW."position", 'hidden_in_reports', NEW."hidden_in_reports") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'custom_field', NEW.id, json_object('id', OLD."id", 'name', OLD."name", 'kind', OLD."kind", 'choices', OLD."choices", 'position', OLD."position", 'hidden_in_reports', OLD."hidden_in_reports"), json_object('id', NEW."id", 'name', NEW."name", 'kind', NEW."kind", 'choices', NEW."choices", 'position', NEW."position", 'hidden_in_reports', NEW."hidden_in_reports") FROM history_state; END;
CREATE TRIGGER history_custom_field_delete AFTER DELETE ON "custom_field" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'custom_field', OLD.id, json_object('id', OLD."id", 'name', OLD."name", 'kind', OLD."kind", 'choices', OLD."choices", 'position', OLD."position", 'hidden_in_reports', OLD."hidden_in_reports"), NULL FROM history_state; END;
CREATE TRIGGER history_mail_template_insert AFTER INSERT ON "mail_template" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'mail_template', NEW.id, NULL, json_object('id', NEW."id", 'name', NEW."name", 'subject', NEW."subject", 'body', NEW."body") FROM history_state; END;
CREATE TRIGGER history_mail_template_update AFTER UPDATE ON "mail_template" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'name', OLD."name", 'subject', OLD."subject", 'body', OLD."body") IS NOT json_object('id', NEW."id", 'name', NEW."name", 'subject', NEW."subject", 'body', NEW."body") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'mail_template', NEW.id, json_object('id', OLD."id", 'name', OLD."name", 'subject', OLD."subject", 'body', OLD."body"), json_object('id', NEW."id", 'name', NEW."name", 'subject', NEW."subject", 'body', NEW."body") FROM history_state; END;
CREATE TRIGGER history_mail_template_delete AFTER DELETE ON "mail_template" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'mail_template', OLD.id, json_object('id', OLD."id", 'name', OLD."name", 'subject', OLD."subject", 'body', OLD."body"), NULL FROM history_state; END;
CREATE TRIGGER history_person_insert AFTER INSERT ON "person" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'person', NEW.id, NULL, json_object('id', NEW."id", 'name', NEW."name", 'email', NEW."email", 'employee_number', NEW."employee_number", 'title', NEW."title", 'department', NEW."department", 'location', NEW."location", 'company', NEW."company", 'level', NEW."level", 'manager_id', NEW."manager_id", 'external', NEW."external", 'status', NEW."status", 'hired_on', NEW."hired_on", 'left_on', NEW."left_on", 'notes', NEW."notes") FROM history_state; END;
CREATE TRIGGER history_person_update AFTER UPDATE ON "person" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'name', OLD."name", 'email', OLD."email", 'employee_number', OLD."employee_number", 'title', OLD."title", 'department', OLD."department", 'location', OLD."location", 'company', OLD."company", 'level', OLD."level", 'manager_id', OLD."manager_id", 'external', OLD."external", 'status', OLD."status", 'hired_on', OLD."hired_on", 'left_on', OLD."left_on", 'notes', OLD."notes") IS NOT json_object('id', NEW."id", 'name', NEW."name", 'email', NEW."email", 'employee_number', NEW."employee_number", 'title', NEW."title", 'department', NEW."department", 'location', NEW."location", 'company', NEW."company", 'level', NEW."level", 'manager_id', NEW."manager_id", 'external', NEW."external", 'status', NEW."status", 'hired_on', NEW."hired_on", 'left_on', NEW."left_on", 'notes', NEW."notes") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'person', NEW.id, json_object('id', OLD."id", 'name', OLD."name", 'email', OLD."email", 'employee_number', OLD."employee_number", 'title', OLD."title", 'department', OLD."department", 'location', OLD."location", 'company', OLD."company", 'level', OLD."level", 'manager_id', OLD."manager_id", 'external', OLD."external", 'status', OLD."status", 'hired_on', OLD."hired_on", 'left_on', OLD."left_on", 'notes', OLD."notes"), json_object('id', NEW."id", 'name', NEW."name", 'email', NEW."email", 'employee_number', NEW."employee_number", 'title', NEW."title", 'department', NEW."department", 'location', NEW."location", 'company', NEW."company", 'level', NEW."level", 'manager_id', NEW."manager_id", 'external', NEW."external", 'status', NEW."status", 'hired_on', NEW."hired_on", 'left_on', NEW."left_on", 'notes', NEW."notes") FROM history_state; END;
CREATE TRIGGER history_person_delete AFTER DELETE ON "person" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'person', OLD.id, json_object('id', OLD."id", 'name', OLD."name", 'email', OLD."email", 'employee_number', OLD."employee_number", 'title', OLD."title", 'department', OLD."department", 'location', OLD."location", 'company', OLD."company", 'level', OLD."level", 'manager_id', OLD."manager_id", 'external', OLD."external", 'status', OLD."status", 'hired_on', OLD."hired_on", 'left_on', OLD."left_on", 'notes', OLD."notes"), NULL FROM history_state; END;
CREATE TRIGGER history_program_insert AFTER INSERT ON "program" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'program', NEW.id, NULL, json_object('id', NEW."id", 'name', NEW."name", 'format', NEW."format", 'objective', NEW."objective", 'sponsor', NEW."sponsor", 'lead', NEW."lead", 'rhythm_days', NEW."rhythm_days", 'length_months', NEW."length_months", 'ground_rules', NEW."ground_rules", 'ground_rules_version', NEW."ground_rules_version", 'thresholds', NEW."thresholds", 'match_rules', NEW."match_rules", 'mentors_per_company', NEW."mentors_per_company", 'mentees_per_company', NEW."mentees_per_company", 'in_use', NEW."in_use") FROM history_state; END;
CREATE TRIGGER history_program_update AFTER UPDATE ON "program" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'name', OLD."name", 'format', OLD."format", 'objective', OLD."objective", 'sponsor', OLD."sponsor", 'lead', OLD."lead", 'rhythm_days', OLD."rhythm_days", 'length_months', OLD."length_months", 'ground_rules', OLD."ground_rules", 'ground_rules_version', OLD."ground_rules_version", 'thresholds', OLD."thresholds", 'match_rules', OLD."match_rules", 'mentors_per_company', OLD."mentors_per_company", 'mentees_per_company', OLD."mentees_per_company", 'in_use', OLD."in_use") IS NOT json_object('id', NEW."id", 'name', NEW."name", 'format', NEW."format", 'objective', NEW."objective", 'sponsor', NEW."sponsor", 'lead', NEW."lead", 'rhythm_days', NEW."rhythm_days", 'length_months', NEW."length_months", 'ground_rules', NEW."ground_rules", 'ground_rules_version', NEW."ground_rules_version", 'thresholds', NEW."thresholds", 'match_rules', NEW."match_rules", 'mentors_per_company', NEW."mentors_per_company", 'mentees_per_company', NEW."mentees_per_company", 'in_use', NEW."in_use") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'program', NEW.id, json_object('id', OLD."id", 'name', OLD."name", 'format', OLD."format", 'objective', OLD."objective", 'sponsor', OLD."sponsor", 'lead', OLD."lead", 'rhythm_days', OLD."rhythm_days", 'length_months', OLD."length_months", 'ground_rules', OLD."ground_rules", 'ground_rules_version', OLD."ground_rules_version", 'thresholds', OLD."thresholds", 'match_rules', OLD."match_rules", 'mentors_per_company', OLD."mentors_per_company", 'mentees_per_company', OLD."mentees_per_company", 'in_use', OLD."in_use"), json_object('id', NEW."id", 'name', NEW."name", 'format', NEW."format", 'objective', NEW."objective", 'sponsor', NEW."sponsor", 'lead', NEW."lead", 'rhythm_days', NEW."rhythm_days", 'length_months', NEW."length_months", 'ground_rules', NEW."ground_rules", 'ground_rules_version', NEW."ground_rules_version", 'thresholds', NEW."thresholds", 'match_rules', NEW."match_rules", 'mentors_per_company', NEW."mentors_per_company", 'mentees_per_company', NEW."mentees_per_company", 'in_use', NEW."in_use") FROM history_state; END;
CREATE TRIGGER history_program_delete AFTER DELETE ON "program" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'program', OLD.id, json_object('id', OLD."id", 'name', OLD."name", 'format', OLD."format", 'objective', OLD."objective", 'sponsor', OLD."sponsor", 'lead', OLD."lead", 'rhythm_days', OLD."rhythm_days", 'length_months', OLD."length_months", 'ground_rules', OLD."ground_rules", 'ground_rules_version', OLD."ground_rules_version", 'thresholds', OLD."thresholds", 'match_rules', OLD."match_rules", 'mentors_per_company', OLD."mentors_per_company", 'mentees_per_company', OLD."mentees_per_company", 'in_use', OLD."in_use"), NULL FROM history_state; END;
CREATE TRIGGER history_setting_insert AFTER INSERT ON "setting" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'setting', NEW.id, NULL, json_object('id', NEW."id", 'key', NEW."key", 'value', NEW."value") FROM history_state; END;
CREATE TRIGGER history_setting_update AFTER UPDATE ON "setting" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'key', OLD."key", 'value', OLD."value") IS NOT json_object('id', NEW."id", 'key', NEW."key", 'value', NEW."value") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'setting', NEW.id, json_object('id', OLD."id", 'key', OLD."key", 'value', OLD."value"), json_object('id', NEW."id", 'key', NEW."key", 'value', NEW."value") FROM history_state; END;
CREATE TRIGGER history_setting_delete AFTER DELETE ON "setting" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'setting', OLD.id, json_object('id', OLD."id", 'key', OLD."key", 'value', OLD."value"), NULL FROM history_state; END;
CREATE TRIGGER history_career_milestone_insert AFTER INSERT ON "career_milestone" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'career_milestone', NEW.id, NULL, json_object('id', NEW."id", 'person_id', NEW."person_id", 'kind', NEW."kind", 'day', NEW."day", 'precision', NEW."precision", 'until', NEW."until", 'title', NEW."title", 'source', NEW."source") FROM history_state; END;
CREATE TRIGGER history_career_milestone_update AFTER UPDATE ON "career_milestone" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'person_id', OLD."person_id", 'kind', OLD."kind", 'day', OLD."day", 'precision', OLD."precision", 'until', OLD."until", 'title', OLD."title", 'source', OLD."source") IS NOT json_object('id', NEW."id", 'person_id', NEW."person_id", 'kind', NEW."kind", 'day', NEW."day", 'precision', NEW."precision", 'until', NEW."until", 'title', NEW."title", 'source', NEW."source") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'career_milestone', NEW.id, json_object('id', OLD."id", 'person_id', OLD."person_id", 'kind', OLD."kind", 'day', OLD."day", 'precision', OLD."precision", 'until', OLD."until", 'title', OLD."title", 'source', OLD."source"), json_object('id', NEW."id", 'person_id', NEW."person_id", 'kind', NEW."kind", 'day', NEW."day", 'precision', NEW."precision", 'until', NEW."until", 'title', NEW."title", 'source', NEW."source") FROM history_state; END;
CREATE TRIGGER history_career_milestone_delete AFTER DELETE ON "career_milestone" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'career_milestone', OLD.id, json_object('id', OLD."id", 'person_id', OLD."person_id", 'kind', OLD."kind", 'day', OLD."day", 'precision', OLD."precision", 'until', OLD."until", 'title', OLD."title", 'source', OLD."source"), NULL FROM history_state; END;
CREATE TRIGGER history_cohort_insert AFTER INSERT ON "cohort" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'cohort', NEW.id, NULL, json_object('id', NEW."id", 'program_id', NEW."program_id", 'name', NEW."name", 'starts_on', NEW."starts_on", 'ends_on', NEW."ends_on", 'matching_closes_on', NEW."matching_closes_on", 'closed_on', NEW."closed_on", 'lead', NEW."lead") FROM history_state; END;
CREATE TRIGGER history_cohort_update AFTER UPDATE ON "cohort" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'program_id', OLD."program_id", 'name', OLD."name", 'starts_on', OLD."starts_on", 'ends_on', OLD."ends_on", 'matching_closes_on', OLD."matching_closes_on", 'closed_on', OLD."closed_on", 'lead', OLD."lead") IS NOT json_object('id', NEW."id", 'program_id', NEW."program_id", 'name', NEW."name", 'starts_on', NEW."starts_on", 'ends_on', NEW."ends_on", 'matching_closes_on', NEW."matching_closes_on", 'closed_on', NEW."closed_on", 'lead', NEW."lead") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'cohort', NEW.id, json_object('id', OLD."id", 'program_id', OLD."program_id", 'name', OLD."name", 'starts_on', OLD."starts_on", 'ends_on', OLD."ends_on", 'matching_closes_on', OLD."matching_closes_on", 'closed_on', OLD."closed_on", 'lead', OLD."lead"), json_object('id', NEW."id", 'program_id', NEW."program_id", 'name', NEW."name", 'starts_on', NEW."starts_on", 'ends_on', NEW."ends_on", 'matching_closes_on', NEW."matching_closes_on", 'closed_on', NEW."closed_on", 'lead', NEW."lead") FROM history_state; END;
CREATE TRIGGER history_cohort_delete AFTER DELETE ON "cohort" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'cohort', OLD.id, json_object('id', OLD."id", 'program_id', OLD."program_id", 'name', OLD."name", 'starts_on', OLD."starts_on", 'ends_on', OLD."ends_on", 'matching_closes_on', OLD."matching_closes_on", 'closed_on', OLD."closed_on", 'lead', OLD."lead"), NULL FROM history_state; END;
CREATE TRIGGER history_custom_value_insert AFTER INSERT ON "custom_value" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'custom_value', NEW.id, NULL, json_object('id', NEW."id", 'person_id', NEW."person_id", 'field_id', NEW."field_id", 'value', NEW."value") FROM history_state; END;
CREATE TRIGGER history_custom_value_update AFTER UPDATE ON "custom_value" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'person_id', OLD."person_id", 'field_id', OLD."field_id", 'value', OLD."value") IS NOT json_object('id', NEW."id", 'person_id', NEW."person_id", 'field_id', NEW."field_id", 'value', NEW."value") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'custom_value', NEW.id, json_object('id', OLD."id", 'person_id', OLD."person_id", 'field_id', OLD."field_id", 'value', OLD."value"), json_object('id', NEW."id", 'person_id', NEW."person_id", 'field_id', NEW."field_id", 'value', NEW."value") FROM history_state; END;
CREATE TRIGGER history_custom_value_delete AFTER DELETE ON "custom_value" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'custom_value', OLD.id, json_object('id', OLD."id", 'person_id', OLD."person_id", 'field_id', OLD."field_id", 'value', OLD."value"), NULL FROM history_state; END;
CREATE TRIGGER history_not_same_insert AFTER INSERT ON "not_same" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'not_same', NEW.id, NULL, json_object('id', NEW."id", 'first_id', NEW."first_id", 'second_id', NEW."second_id") FROM history_state; END;
CREATE TRIGGER history_not_same_update AFTER UPDATE ON "not_same" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'first_id', OLD."first_id", 'second_id', OLD."second_id") IS NOT json_object('id', NEW."id", 'first_id', NEW."first_id", 'second_id', NEW."second_id") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'not_same', NEW.id, json_object('id', OLD."id", 'first_id', OLD."first_id", 'second_id', OLD."second_id"), json_object('id', NEW."id", 'first_id', NEW."first_id", 'second_id', NEW."second_id") FROM history_state; END;
CREATE TRIGGER history_not_same_delete AFTER DELETE ON "not_same" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'not_same', OLD.id, json_object('id', OLD."id", 'first_id', OLD."first_id", 'second_id', OLD."second_id"), NULL FROM history_state; END;
CREATE TRIGGER history_person_tag_insert AFTER INSERT ON "person_tag" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'person_tag', NEW.id, NULL, json_object('id', NEW."id", 'person_id', NEW."person_id", 'kind', NEW."kind", 'value', NEW."value", 'rank', NEW."rank") FROM history_state; END;
CREATE TRIGGER history_person_tag_update AFTER UPDATE ON "person_tag" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'person_id', OLD."person_id", 'kind', OLD."kind", 'value', OLD."value", 'rank', OLD."rank") IS NOT json_object('id', NEW."id", 'person_id', NEW."person_id", 'kind', NEW."kind", 'value', NEW."value", 'rank', NEW."rank") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'person_tag', NEW.id, json_object('id', OLD."id", 'person_id', OLD."person_id", 'kind', OLD."kind", 'value', OLD."value", 'rank', OLD."rank"), json_object('id', NEW."id", 'person_id', NEW."person_id", 'kind', NEW."kind", 'value', NEW."value", 'rank', NEW."rank") FROM history_state; END;
CREATE TRIGGER history_person_tag_delete AFTER DELETE ON "person_tag" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'person_tag', OLD.id, json_object('id', OLD."id", 'person_id', OLD."person_id", 'kind', OLD."kind", 'value', OLD."value", 'rank', OLD."rank"), NULL FROM history_state; END;
CREATE TRIGGER history_plan_step_insert AFTER INSERT ON "plan_step" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'plan_step', NEW.id, NULL, json_object('id', NEW."id", 'program_id', NEW."program_id", 'title', NEW."title", 'days_after', NEW."days_after", 'owner', NEW."owner", 'required', NEW."required") FROM history_state; END;
CREATE TRIGGER history_plan_step_update AFTER UPDATE ON "plan_step" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'program_id', OLD."program_id", 'title', OLD."title", 'days_after', OLD."days_after", 'owner', OLD."owner", 'required', OLD."required") IS NOT json_object('id', NEW."id", 'program_id', NEW."program_id", 'title', NEW."title", 'days_after', NEW."days_after", 'owner', NEW."owner", 'required', NEW."required") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'plan_step', NEW.id, json_object('id', OLD."id", 'program_id', OLD."program_id", 'title', OLD."title", 'days_after', OLD."days_after", 'owner', OLD."owner", 'required', OLD."required"), json_object('id', NEW."id", 'program_id', NEW."program_id", 'title', NEW."title", 'days_after', NEW."days_after", 'owner', NEW."owner", 'required', NEW."required") FROM history_state; END;
CREATE TRIGGER history_plan_step_delete AFTER DELETE ON "plan_step" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'plan_step', OLD.id, json_object('id', OLD."id", 'program_id', OLD."program_id", 'title', OLD."title", 'days_after', OLD."days_after", 'owner', OLD."owner", 'required', OLD."required"), NULL FROM history_state; END;
CREATE TRIGGER history_question_insert AFTER INSERT ON "question" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'question', NEW.id, NULL, json_object('id', NEW."id", 'program_id', NEW."program_id", 'question_set', NEW."question_set", 'text', NEW."text", 'position', NEW."position", 'hidden', NEW."hidden") FROM history_state; END;
CREATE TRIGGER history_question_update AFTER UPDATE ON "question" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'program_id', OLD."program_id", 'question_set', OLD."question_set", 'text', OLD."text", 'position', OLD."position", 'hidden', OLD."hidden") IS NOT json_object('id', NEW."id", 'program_id', NEW."program_id", 'question_set', NEW."question_set", 'text', NEW."text", 'position', NEW."position", 'hidden', NEW."hidden") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'question', NEW.id, json_object('id', OLD."id", 'program_id', OLD."program_id", 'question_set', OLD."question_set", 'text', OLD."text", 'position', OLD."position", 'hidden', OLD."hidden"), json_object('id', NEW."id", 'program_id', NEW."program_id", 'question_set', NEW."question_set", 'text', NEW."text", 'position', NEW."position", 'hidden', NEW."hidden") FROM history_state; END;
CREATE TRIGGER history_question_delete AFTER DELETE ON "question" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'question', OLD.id, json_object('id', OLD."id", 'program_id', OLD."program_id", 'question_set', OLD."question_set", 'text', OLD."text", 'position', OLD."position", 'hidden', OLD."hidden"), NULL FROM history_state; END;
CREATE TRIGGER history_enrollment_insert AFTER INSERT ON "enrollment" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'enrollment', NEW.id, NULL, json_object('id', NEW."id", 'cohort_id', NEW."cohort_id", 'person_id', NEW."person_id", 'role', NEW."role", 'capacity', NEW."capacity", 'status', NEW."status", 'enrolled_on', NEW."enrolled_on", 'note', NEW."note") FROM history_state; END;
CREATE TRIGGER history_enrollment_update AFTER UPDATE ON "enrollment" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'cohort_id', OLD."cohort_id", 'person_id', OLD."person_id", 'role', OLD."role", 'capacity', OLD."capacity", 'status', OLD."status", 'enrolled_on', OLD."enrolled_on", 'note', OLD."note") IS NOT json_object('id', NEW."id", 'cohort_id', NEW."cohort_id", 'person_id', NEW."person_id", 'role', NEW."role", 'capacity', NEW."capacity", 'status', NEW."status", 'enrolled_on', NEW."enrolled_on", 'note', NEW."note") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'enrollment', NEW.id, json_object('id', OLD."id", 'cohort_id', OLD."cohort_id", 'person_id', OLD."person_id", 'role', OLD."role", 'capacity', OLD."capacity", 'status', OLD."status", 'enrolled_on', OLD."enrolled_on", 'note', OLD."note"), json_object('id', NEW."id", 'cohort_id', NEW."cohort_id", 'person_id', NEW."person_id", 'role', NEW."role", 'capacity', NEW."capacity", 'status', NEW."status", 'enrolled_on', NEW."enrolled_on", 'note', NEW."note") FROM history_state; END;
CREATE TRIGGER history_enrollment_delete AFTER DELETE ON "enrollment" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'enrollment', OLD.id, json_object('id', OLD."id", 'cohort_id', OLD."cohort_id", 'person_id', OLD."person_id", 'role', OLD."role", 'capacity', OLD."capacity", 'status', OLD."status", 'enrolled_on', OLD."enrolled_on", 'note', OLD."note"), NULL FROM history_state; END;
CREATE TRIGGER history_match_draft_insert AFTER INSERT ON "match_draft" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'match_draft', NEW.id, NULL, json_object('id', NEW."id", 'cohort_id', NEW."cohort_id", 'name', NEW."name", 'made_at', NEW."made_at", 'settings', NEW."settings") FROM history_state; END;
CREATE TRIGGER history_match_draft_update AFTER UPDATE ON "match_draft" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'cohort_id', OLD."cohort_id", 'name', OLD."name", 'made_at', OLD."made_at", 'settings', OLD."settings") IS NOT json_object('id', NEW."id", 'cohort_id', NEW."cohort_id", 'name', NEW."name", 'made_at', NEW."made_at", 'settings', NEW."settings") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'match_draft', NEW.id, json_object('id', OLD."id", 'cohort_id', OLD."cohort_id", 'name', OLD."name", 'made_at', OLD."made_at", 'settings', OLD."settings"), json_object('id', NEW."id", 'cohort_id', NEW."cohort_id", 'name', NEW."name", 'made_at', NEW."made_at", 'settings', NEW."settings") FROM history_state; END;
CREATE TRIGGER history_match_draft_delete AFTER DELETE ON "match_draft" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'match_draft', OLD.id, json_object('id', OLD."id", 'cohort_id', OLD."cohort_id", 'name', OLD."name", 'made_at', OLD."made_at", 'settings', OLD."settings"), NULL FROM history_state; END;
CREATE TRIGGER history_match_scores_insert AFTER INSERT ON "match_scores" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'match_scores', NEW.id, NULL, json_object('id', NEW."id", 'cohort_id', NEW."cohort_id", 'name', NEW."name", 'rows', NEW."rows") FROM history_state; END;
CREATE TRIGGER history_match_scores_update AFTER UPDATE ON "match_scores" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'cohort_id', OLD."cohort_id", 'name', OLD."name", 'rows', OLD."rows") IS NOT json_object('id', NEW."id", 'cohort_id', NEW."cohort_id", 'name', NEW."name", 'rows', NEW."rows") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'match_scores', NEW.id, json_object('id', OLD."id", 'cohort_id', OLD."cohort_id", 'name', OLD."name", 'rows', OLD."rows"), json_object('id', NEW."id", 'cohort_id', NEW."cohort_id", 'name', NEW."name", 'rows', NEW."rows") FROM history_state; END;
CREATE TRIGGER history_match_scores_delete AFTER DELETE ON "match_scores" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'match_scores', OLD.id, json_object('id', OLD."id", 'cohort_id', OLD."cohort_id", 'name', OLD."name", 'rows', OLD."rows"), NULL FROM history_state; END;
CREATE TRIGGER history_pair_insert AFTER INSERT ON "pair" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'pair', NEW.id, NULL, json_object('id', NEW."id", 'cohort_id', NEW."cohort_id", 'format', NEW."format", 'left_id', NEW."left_id", 'right_id', NEW."right_id", 'status', NEW."status", 'started_on', NEW."started_on", 'started_precision', NEW."started_precision", 'ended_on', NEW."ended_on", 'end_reason', NEW."end_reason", 'end_note', NEW."end_note", 'introduced_by_id', NEW."introduced_by_id", 'rhythm_days', NEW."rhythm_days", 'circle', NEW."circle", 'left_agreed_on', NEW."left_agreed_on", 'right_agreed_on', NEW."right_agreed_on", 'agreed_version', NEW."agreed_version", 'left_again', NEW."left_again", 'right_again', NEW."right_again", 'notes', NEW."notes") FROM history_state; END;
CREATE TRIGGER history_pair_update AFTER UPDATE ON "pair" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'cohort_id', OLD."cohort_id", 'format', OLD."format", 'left_id', OLD."left_id", 'right_id', OLD."right_id", 'status', OLD."status", 'started_on', OLD."started_on", 'started_precision', OLD."started_precision", 'ended_on', OLD."ended_on", 'end_reason', OLD."end_reason", 'end_note', OLD."end_note", 'introduced_by_id', OLD."introduced_by_id", 'rhythm_days', OLD."rhythm_days", 'circle', OLD."circle", 'left_agreed_on', OLD."left_agreed_on", 'right_agreed_on', OLD."right_agreed_on", 'agreed_version', OLD."agreed_version", 'left_again', OLD."left_again", 'right_again', OLD."right_again", 'notes', OLD."notes") IS NOT json_object('id', NEW."id", 'cohort_id', NEW."cohort_id", 'format', NEW."format", 'left_id', NEW."left_id", 'right_id', NEW."right_id", 'status', NEW."status", 'started_on', NEW."started_on", 'started_precision', NEW."started_precision", 'ended_on', NEW."ended_on", 'end_reason', NEW."end_reason", 'end_note', NEW."end_note", 'introduced_by_id', NEW."introduced_by_id", 'rhythm_days', NEW."rhythm_days", 'circle', NEW."circle", 'left_agreed_on', NEW."left_agreed_on", 'right_agreed_on', NEW."right_agreed_on", 'agreed_version', NEW."agreed_version", 'left_again', NEW."left_again", 'right_again', NEW."right_again", 'notes', NEW."notes") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'pair', NEW.id, json_object('id', OLD."id", 'cohort_id', OLD."cohort_id", 'format', OLD."format", 'left_id', OLD."left_id", 'right_id', OLD."right_id", 'status', OLD."status", 'started_on', OLD."started_on", 'started_precision', OLD."started_precision", 'ended_on', OLD."ended_on", 'end_reason', OLD."end_reason", 'end_note', OLD."end_note", 'introduced_by_id', OLD."introduced_by_id", 'rhythm_days', OLD."rhythm_days", 'circle', OLD."circle", 'left_agreed_on', OLD."left_agreed_on", 'right_agreed_on', OLD."right_agreed_on", 'agreed_version', OLD."agreed_version", 'left_again', OLD."left_again", 'right_again', OLD."right_again", 'notes', OLD."notes"), json_object('id', NEW."id", 'cohort_id', NEW."cohort_id", 'format', NEW."format", 'left_id', NEW."left_id", 'right_id', NEW."right_id", 'status', NEW."status", 'started_on', NEW."started_on", 'started_precision', NEW."started_precision", 'ended_on', NEW."ended_on", 'end_reason', NEW."end_reason", 'end_note', NEW."end_note", 'introduced_by_id', NEW."introduced_by_id", 'rhythm_days', NEW."rhythm_days", 'circle', NEW."circle", 'left_agreed_on', NEW."left_agreed_on", 'right_agreed_on', NEW."right_agreed_on", 'agreed_version', NEW."agreed_version", 'left_again', NEW."left_again", 'right_again', NEW."right_again", 'notes', NEW."notes") FROM history_state; END;
CREATE TRIGGER history_pair_delete AFTER DELETE ON "pair" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'pair', OLD.id, json_object('id', OLD."id", 'cohort_id', OLD."cohort_id", 'format', OLD."format", 'left_id', OLD."left_id", 'right_id', OLD."right_id", 'status', OLD."status", 'started_on', OLD."started_on", 'started_precision', OLD."started_precision", 'ended_on', OLD."ended_on", 'end_reason', OLD."end_reason", 'end_note', OLD."end_note", 'introduced_by_id', OLD."introduced_by_id", 'rhythm_days', OLD."rhythm_days", 'circle', OLD."circle", 'left_agreed_on', OLD."left_agreed_on", 'right_agreed_on', OLD."right_agreed_on", 'agreed_version', OLD."agreed_version", 'left_again', OLD."left_again", 'right_again', OLD."right_again", 'notes', OLD."notes"), NULL FROM history_state; END;
CREATE TRIGGER history_check_in_insert AFTER INSERT ON "check_in" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'check_in', NEW.id, NULL, json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'side', NEW."side", 'day', NEW."day", 'skipped', NEW."skipped", 'trust', NEW."trust", 'value', NEW."value", 'balance', NEW."balance", 'progress', NEW."progress", 'got', NEW."got", 'gave', NEW."gave", 'recommend', NEW."recommend", 'fit', NEW."fit", 'comment', NEW."comment") FROM history_state; END;
CREATE TRIGGER history_check_in_update AFTER UPDATE ON "check_in" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'side', OLD."side", 'day', OLD."day", 'skipped', OLD."skipped", 'trust', OLD."trust", 'value', OLD."value", 'balance', OLD."balance", 'progress', OLD."progress", 'got', OLD."got", 'gave', OLD."gave", 'recommend', OLD."recommend", 'fit', OLD."fit", 'comment', OLD."comment") IS NOT json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'side', NEW."side", 'day', NEW."day", 'skipped', NEW."skipped", 'trust', NEW."trust", 'value', NEW."value", 'balance', NEW."balance", 'progress', NEW."progress", 'got', NEW."got", 'gave', NEW."gave", 'recommend', NEW."recommend", 'fit', NEW."fit", 'comment', NEW."comment") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'check_in', NEW.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'side', OLD."side", 'day', OLD."day", 'skipped', OLD."skipped", 'trust', OLD."trust", 'value', OLD."value", 'balance', OLD."balance", 'progress', OLD."progress", 'got', OLD."got", 'gave', OLD."gave", 'recommend', OLD."recommend", 'fit', OLD."fit", 'comment', OLD."comment"), json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'side', NEW."side", 'day', NEW."day", 'skipped', NEW."skipped", 'trust', NEW."trust", 'value', NEW."value", 'balance', NEW."balance", 'progress', NEW."progress", 'got', NEW."got", 'gave', NEW."gave", 'recommend', NEW."recommend", 'fit', NEW."fit", 'comment', NEW."comment") FROM history_state; END;
CREATE TRIGGER history_check_in_delete AFTER DELETE ON "check_in" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'check_in', OLD.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'side', OLD."side", 'day', OLD."day", 'skipped', OLD."skipped", 'trust', OLD."trust", 'value', OLD."value", 'balance', OLD."balance", 'progress', OLD."progress", 'got', OLD."got", 'gave', OLD."gave", 'recommend', OLD."recommend", 'fit', OLD."fit", 'comment', OLD."comment"), NULL FROM history_state; END;
CREATE TRIGGER history_close_choice_insert AFTER INSERT ON "close_choice" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'close_choice', NEW.id, NULL, json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'choice', NEW."choice", 'reason', NEW."reason", 'goal', NEW."goal", 'goal_ends_on', NEW."goal_ends_on") FROM history_state; END;
CREATE TRIGGER history_close_choice_update AFTER UPDATE ON "close_choice" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'choice', OLD."choice", 'reason', OLD."reason", 'goal', OLD."goal", 'goal_ends_on', OLD."goal_ends_on") IS NOT json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'choice', NEW."choice", 'reason', NEW."reason", 'goal', NEW."goal", 'goal_ends_on', NEW."goal_ends_on") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'close_choice', NEW.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'choice', OLD."choice", 'reason', OLD."reason", 'goal', OLD."goal", 'goal_ends_on', OLD."goal_ends_on"), json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'choice', NEW."choice", 'reason', NEW."reason", 'goal', NEW."goal", 'goal_ends_on', NEW."goal_ends_on") FROM history_state; END;
CREATE TRIGGER history_close_choice_delete AFTER DELETE ON "close_choice" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'close_choice', OLD.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'choice', OLD."choice", 'reason', OLD."reason", 'goal', OLD."goal", 'goal_ends_on', OLD."goal_ends_on"), NULL FROM history_state; END;
CREATE TRIGGER history_closing_survey_insert AFTER INSERT ON "closing_survey" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'closing_survey', NEW.id, NULL, json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'side', NEW."side", 'day', NEW."day", 'recommend', NEW."recommend", 'go_on', NEW."go_on", 'again', NEW."again", 'comment', NEW."comment") FROM history_state; END;
CREATE TRIGGER history_closing_survey_update AFTER UPDATE ON "closing_survey" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'side', OLD."side", 'day', OLD."day", 'recommend', OLD."recommend", 'go_on', OLD."go_on", 'again', OLD."again", 'comment', OLD."comment") IS NOT json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'side', NEW."side", 'day', NEW."day", 'recommend', NEW."recommend", 'go_on', NEW."go_on", 'again', NEW."again", 'comment', NEW."comment") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'closing_survey', NEW.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'side', OLD."side", 'day', OLD."day", 'recommend', OLD."recommend", 'go_on', OLD."go_on", 'again', OLD."again", 'comment', OLD."comment"), json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'side', NEW."side", 'day', NEW."day", 'recommend', NEW."recommend", 'go_on', NEW."go_on", 'again', NEW."again", 'comment', NEW."comment") FROM history_state; END;
CREATE TRIGGER history_closing_survey_delete AFTER DELETE ON "closing_survey" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'closing_survey', OLD.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'side', OLD."side", 'day', OLD."day", 'recommend', OLD."recommend", 'go_on', OLD."go_on", 'again', OLD."again", 'comment', OLD."comment"), NULL FROM history_state; END;
CREATE TRIGGER history_contact_insert AFTER INSERT ON "contact" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'contact', NEW.id, NULL, json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'channel', NEW."channel", 'day', NEW."day", 'minutes', NEW."minutes", 'note', NEW."note") FROM history_state; END;
CREATE TRIGGER history_contact_update AFTER UPDATE ON "contact" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'channel', OLD."channel", 'day', OLD."day", 'minutes', OLD."minutes", 'note', OLD."note") IS NOT json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'channel', NEW."channel", 'day', NEW."day", 'minutes', NEW."minutes", 'note', NEW."note") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'contact', NEW.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'channel', OLD."channel", 'day', OLD."day", 'minutes', OLD."minutes", 'note', OLD."note"), json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'channel', NEW."channel", 'day', NEW."day", 'minutes', NEW."minutes", 'note', NEW."note") FROM history_state; END;
CREATE TRIGGER history_contact_delete AFTER DELETE ON "contact" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'contact', OLD.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'channel', OLD."channel", 'day', OLD."day", 'minutes', OLD."minutes", 'note', OLD."note"), NULL FROM history_state; END;
CREATE TRIGGER history_enrollment_wish_insert AFTER INSERT ON "enrollment_wish" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'enrollment_wish', NEW.id, NULL, json_object('id', NEW."id", 'enrollment_id', NEW."enrollment_id", 'person_id', NEW."person_id", 'kind', NEW."kind", 'rank', NEW."rank") FROM history_state; END;
CREATE TRIGGER history_enrollment_wish_update AFTER UPDATE ON "enrollment_wish" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'enrollment_id', OLD."enrollment_id", 'person_id', OLD."person_id", 'kind', OLD."kind", 'rank', OLD."rank") IS NOT json_object('id', NEW."id", 'enrollment_id', NEW."enrollment_id", 'person_id', NEW."person_id", 'kind', NEW."kind", 'rank', NEW."rank") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'enrollment_wish', NEW.id, json_object('id', OLD."id", 'enrollment_id', OLD."enrollment_id", 'person_id', OLD."person_id", 'kind', OLD."kind", 'rank', OLD."rank"), json_object('id', NEW."id", 'enrollment_id', NEW."enrollment_id", 'person_id', NEW."person_id", 'kind', NEW."kind", 'rank', NEW."rank") FROM history_state; END;
CREATE TRIGGER history_enrollment_wish_delete AFTER DELETE ON "enrollment_wish" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'enrollment_wish', OLD.id, json_object('id', OLD."id", 'enrollment_id', OLD."enrollment_id", 'person_id', OLD."person_id", 'kind', OLD."kind", 'rank', OLD."rank"), NULL FROM history_state; END;
CREATE TRIGGER history_goal_insert AFTER INSERT ON "goal" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'goal', NEW.id, NULL, json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'owner', NEW."owner", 'title', NEW."title", 'progress', NEW."progress", 'start_rating', NEW."start_rating", 'end_rating', NEW."end_rating", 'set_on', NEW."set_on", 'due_on', NEW."due_on", 'done_on', NEW."done_on", 'note', NEW."note") FROM history_state; END;
CREATE TRIGGER history_goal_update AFTER UPDATE ON "goal" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'owner', OLD."owner", 'title', OLD."title", 'progress', OLD."progress", 'start_rating', OLD."start_rating", 'end_rating', OLD."end_rating", 'set_on', OLD."set_on", 'due_on', OLD."due_on", 'done_on', OLD."done_on", 'note', OLD."note") IS NOT json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'owner', NEW."owner", 'title', NEW."title", 'progress', NEW."progress", 'start_rating', NEW."start_rating", 'end_rating', NEW."end_rating", 'set_on', NEW."set_on", 'due_on', NEW."due_on", 'done_on', NEW."done_on", 'note', NEW."note") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'goal', NEW.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'owner', OLD."owner", 'title', OLD."title", 'progress', OLD."progress", 'start_rating', OLD."start_rating", 'end_rating', OLD."end_rating", 'set_on', OLD."set_on", 'due_on', OLD."due_on", 'done_on', OLD."done_on", 'note', OLD."note"), json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'owner', NEW."owner", 'title', NEW."title", 'progress', NEW."progress", 'start_rating', NEW."start_rating", 'end_rating', NEW."end_rating", 'set_on', NEW."set_on", 'due_on', NEW."due_on", 'done_on', NEW."done_on", 'note', NEW."note") FROM history_state; END;
CREATE TRIGGER history_goal_delete AFTER DELETE ON "goal" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'goal', OLD.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'owner', OLD."owner", 'title', OLD."title", 'progress', OLD."progress", 'start_rating', OLD."start_rating", 'end_rating', OLD."end_rating", 'set_on', OLD."set_on", 'due_on', OLD."due_on", 'done_on', OLD."done_on", 'note', OLD."note"), NULL FROM history_state; END;
CREATE TRIGGER history_introduction_insert AFTER INSERT ON "introduction" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'introduction', NEW.id, NULL, json_object('id', NEW."id", 'person_id', NEW."person_id", 'other_id', NEW."other_id", 'through_id', NEW."through_id", 'pair_id', NEW."pair_id", 'status', NEW."status", 'asked_on', NEW."asked_on", 'made_on', NEW."made_on", 'note', NEW."note") FROM history_state; END;
CREATE TRIGGER history_introduction_update AFTER UPDATE ON "introduction" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'person_id', OLD."person_id", 'other_id', OLD."other_id", 'through_id', OLD."through_id", 'pair_id', OLD."pair_id", 'status', OLD."status", 'asked_on', OLD."asked_on", 'made_on', OLD."made_on", 'note', OLD."note") IS NOT json_object('id', NEW."id", 'person_id', NEW."person_id", 'other_id', NEW."other_id", 'through_id', NEW."through_id", 'pair_id', NEW."pair_id", 'status', NEW."status", 'asked_on', NEW."asked_on", 'made_on', NEW."made_on", 'note', NEW."note") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'introduction', NEW.id, json_object('id', OLD."id", 'person_id', OLD."person_id", 'other_id', OLD."other_id", 'through_id', OLD."through_id", 'pair_id', OLD."pair_id", 'status', OLD."status", 'asked_on', OLD."asked_on", 'made_on', OLD."made_on", 'note', OLD."note"), json_object('id', NEW."id", 'person_id', NEW."person_id", 'other_id', NEW."other_id", 'through_id', NEW."through_id", 'pair_id', NEW."pair_id", 'status', NEW."status", 'asked_on', NEW."asked_on", 'made_on', NEW."made_on", 'note', NEW."note") FROM history_state; END;
CREATE TRIGGER history_introduction_delete AFTER DELETE ON "introduction" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'introduction', OLD.id, json_object('id', OLD."id", 'person_id', OLD."person_id", 'other_id', OLD."other_id", 'through_id', OLD."through_id", 'pair_id', OLD."pair_id", 'status', OLD."status", 'asked_on', OLD."asked_on", 'made_on', OLD."made_on", 'note', OLD."note"), NULL FROM history_state; END;
CREATE TRIGGER history_joint_project_insert AFTER INSERT ON "joint_project" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'joint_project', NEW.id, NULL, json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'title', NEW."title", 'approved_by', NEW."approved_by", 'approved_on', NEW."approved_on", 'hours_budget', NEW."hours_budget", 'started_on', NEW."started_on", 'finished_on', NEW."finished_on", 'outcome', NEW."outcome") FROM history_state; END;
CREATE TRIGGER history_joint_project_update AFTER UPDATE ON "joint_project" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'title', OLD."title", 'approved_by', OLD."approved_by", 'approved_on', OLD."approved_on", 'hours_budget', OLD."hours_budget", 'started_on', OLD."started_on", 'finished_on', OLD."finished_on", 'outcome', OLD."outcome") IS NOT json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'title', NEW."title", 'approved_by', NEW."approved_by", 'approved_on', NEW."approved_on", 'hours_budget', NEW."hours_budget", 'started_on', NEW."started_on", 'finished_on', NEW."finished_on", 'outcome', NEW."outcome") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'joint_project', NEW.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'title', OLD."title", 'approved_by', OLD."approved_by", 'approved_on', OLD."approved_on", 'hours_budget', OLD."hours_budget", 'started_on', OLD."started_on", 'finished_on', OLD."finished_on", 'outcome', OLD."outcome"), json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'title', NEW."title", 'approved_by', NEW."approved_by", 'approved_on', NEW."approved_on", 'hours_budget', NEW."hours_budget", 'started_on', NEW."started_on", 'finished_on', NEW."finished_on", 'outcome', NEW."outcome") FROM history_state; END;
CREATE TRIGGER history_joint_project_delete AFTER DELETE ON "joint_project" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'joint_project', OLD.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'title', OLD."title", 'approved_by', OLD."approved_by", 'approved_on', OLD."approved_on", 'hours_budget', OLD."hours_budget", 'started_on', OLD."started_on", 'finished_on', OLD."finished_on", 'outcome', OLD."outcome"), NULL FROM history_state; END;
CREATE TRIGGER history_match_choice_insert AFTER INSERT ON "match_choice" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'match_choice', NEW.id, NULL, json_object('id', NEW."id", 'draft_id', NEW."draft_id", 'left_id', NEW."left_id", 'right_id', NEW."right_id", 'state', NEW."state", 'fit', NEW."fit", 'round', NEW."round", 'circle', NEW."circle") FROM history_state; END;
CREATE TRIGGER history_match_choice_update AFTER UPDATE ON "match_choice" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'draft_id', OLD."draft_id", 'left_id', OLD."left_id", 'right_id', OLD."right_id", 'state', OLD."state", 'fit', OLD."fit", 'round', OLD."round", 'circle', OLD."circle") IS NOT json_object('id', NEW."id", 'draft_id', NEW."draft_id", 'left_id', NEW."left_id", 'right_id', NEW."right_id", 'state', NEW."state", 'fit', NEW."fit", 'round', NEW."round", 'circle', NEW."circle") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'match_choice', NEW.id, json_object('id', OLD."id", 'draft_id', OLD."draft_id", 'left_id', OLD."left_id", 'right_id', OLD."right_id", 'state', OLD."state", 'fit', OLD."fit", 'round', OLD."round", 'circle', OLD."circle"), json_object('id', NEW."id", 'draft_id', NEW."draft_id", 'left_id', NEW."left_id", 'right_id', NEW."right_id", 'state', NEW."state", 'fit', NEW."fit", 'round', NEW."round", 'circle', NEW."circle") FROM history_state; END;
CREATE TRIGGER history_match_choice_delete AFTER DELETE ON "match_choice" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'match_choice', OLD.id, json_object('id', OLD."id", 'draft_id', OLD."draft_id", 'left_id', OLD."left_id", 'right_id', OLD."right_id", 'state', OLD."state", 'fit', OLD."fit", 'round', OLD."round", 'circle', OLD."circle"), NULL FROM history_state; END;
CREATE TRIGGER history_milestone_insert AFTER INSERT ON "milestone" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'milestone', NEW.id, NULL, json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'step_id', NEW."step_id", 'title', NEW."title", 'owner', NEW."owner", 'required', NEW."required", 'due_on', NEW."due_on", 'done_on', NEW."done_on", 'skipped_on', NEW."skipped_on", 'skip_reason', NEW."skip_reason", 'note', NEW."note") FROM history_state; END;
CREATE TRIGGER history_milestone_update AFTER UPDATE ON "milestone" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'step_id', OLD."step_id", 'title', OLD."title", 'owner', OLD."owner", 'required', OLD."required", 'due_on', OLD."due_on", 'done_on', OLD."done_on", 'skipped_on', OLD."skipped_on", 'skip_reason', OLD."skip_reason", 'note', OLD."note") IS NOT json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'step_id', NEW."step_id", 'title', NEW."title", 'owner', NEW."owner", 'required', NEW."required", 'due_on', NEW."due_on", 'done_on', NEW."done_on", 'skipped_on', NEW."skipped_on", 'skip_reason', NEW."skip_reason", 'note', NEW."note") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'milestone', NEW.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'step_id', OLD."step_id", 'title', OLD."title", 'owner', OLD."owner", 'required', OLD."required", 'due_on', OLD."due_on", 'done_on', OLD."done_on", 'skipped_on', OLD."skipped_on", 'skip_reason', OLD."skip_reason", 'note', OLD."note"), json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'step_id', NEW."step_id", 'title', NEW."title", 'owner', NEW."owner", 'required', NEW."required", 'due_on', NEW."due_on", 'done_on', NEW."done_on", 'skipped_on', NEW."skipped_on", 'skip_reason', NEW."skip_reason", 'note', NEW."note") FROM history_state; END;
CREATE TRIGGER history_milestone_delete AFTER DELETE ON "milestone" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'milestone', OLD.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'step_id', OLD."step_id", 'title', OLD."title", 'owner', OLD."owner", 'required', OLD."required", 'due_on', OLD."due_on", 'done_on', OLD."done_on", 'skipped_on', OLD."skipped_on", 'skip_reason', OLD."skip_reason", 'note', OLD."note"), NULL FROM history_state; END;
CREATE TRIGGER history_pair_answer_insert AFTER INSERT ON "pair_answer" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'pair_answer', NEW.id, NULL, json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'side', NEW."side", 'accepted', NEW."accepted", 'day', NEW."day", 'note', NEW."note") FROM history_state; END;
CREATE TRIGGER history_pair_answer_update AFTER UPDATE ON "pair_answer" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'side', OLD."side", 'accepted', OLD."accepted", 'day', OLD."day", 'note', OLD."note") IS NOT json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'side', NEW."side", 'accepted', NEW."accepted", 'day', NEW."day", 'note', NEW."note") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'pair_answer', NEW.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'side', OLD."side", 'accepted', OLD."accepted", 'day', OLD."day", 'note', OLD."note"), json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'side', NEW."side", 'accepted', NEW."accepted", 'day', NEW."day", 'note', NEW."note") FROM history_state; END;
CREATE TRIGGER history_pair_answer_delete AFTER DELETE ON "pair_answer" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'pair_answer', OLD.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'side', OLD."side", 'accepted', OLD."accepted", 'day', OLD."day", 'note', OLD."note"), NULL FROM history_state; END;
CREATE TRIGGER history_planned_meeting_insert AFTER INSERT ON "planned_meeting" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'planned_meeting', NEW.id, NULL, json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'channel', NEW."channel", 'day', NEW."day", 'time', NEW."time", 'minutes', NEW."minutes", 'agenda', NEW."agenda") FROM history_state; END;
CREATE TRIGGER history_planned_meeting_update AFTER UPDATE ON "planned_meeting" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'channel', OLD."channel", 'day', OLD."day", 'time', OLD."time", 'minutes', OLD."minutes", 'agenda', OLD."agenda") IS NOT json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'channel', NEW."channel", 'day', NEW."day", 'time', NEW."time", 'minutes', NEW."minutes", 'agenda', NEW."agenda") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'planned_meeting', NEW.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'channel', OLD."channel", 'day', OLD."day", 'time', OLD."time", 'minutes', OLD."minutes", 'agenda', OLD."agenda"), json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'channel', NEW."channel", 'day', NEW."day", 'time', NEW."time", 'minutes', NEW."minutes", 'agenda', NEW."agenda") FROM history_state; END;
CREATE TRIGGER history_planned_meeting_delete AFTER DELETE ON "planned_meeting" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'planned_meeting', OLD.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'channel', OLD."channel", 'day', OLD."day", 'time', OLD."time", 'minutes', OLD."minutes", 'agenda', OLD."agenda"), NULL FROM history_state; END;
CREATE TRIGGER history_response_receipt_insert AFTER INSERT ON "response_receipt" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'response_receipt', NEW.id, NULL, json_object('id', NEW."id", 'key', NEW."key", 'kind', NEW."kind", 'pair_id', NEW."pair_id", 'record_id', NEW."record_id", 'content', NEW."content", 'received_at', NEW."received_at") FROM history_state; END;
CREATE TRIGGER history_response_receipt_update AFTER UPDATE ON "response_receipt" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'key', OLD."key", 'kind', OLD."kind", 'pair_id', OLD."pair_id", 'record_id', OLD."record_id", 'content', OLD."content", 'received_at', OLD."received_at") IS NOT json_object('id', NEW."id", 'key', NEW."key", 'kind', NEW."kind", 'pair_id', NEW."pair_id", 'record_id', NEW."record_id", 'content', NEW."content", 'received_at', NEW."received_at") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'response_receipt', NEW.id, json_object('id', OLD."id", 'key', OLD."key", 'kind', OLD."kind", 'pair_id', OLD."pair_id", 'record_id', OLD."record_id", 'content', OLD."content", 'received_at', OLD."received_at"), json_object('id', NEW."id", 'key', NEW."key", 'kind', NEW."kind", 'pair_id', NEW."pair_id", 'record_id', NEW."record_id", 'content', NEW."content", 'received_at', NEW."received_at") FROM history_state; END;
CREATE TRIGGER history_response_receipt_delete AFTER DELETE ON "response_receipt" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'response_receipt', OLD.id, json_object('id', OLD."id", 'key', OLD."key", 'kind', OLD."kind", 'pair_id', OLD."pair_id", 'record_id', OLD."record_id", 'content', OLD."content", 'received_at', OLD."received_at"), NULL FROM history_state; END;
CREATE TRIGGER history_story_insert AFTER INSERT ON "story" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'story', NEW.id, NULL, json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'title', NEW."title", 'pull_quote', NEW."pull_quote", 'due_on', NEW."due_on", 'left_asked_on', NEW."left_asked_on", 'right_asked_on', NEW."right_asked_on", 'left_consent_on', NEW."left_consent_on", 'right_consent_on', NEW."right_consent_on") FROM history_state; END;
CREATE TRIGGER history_story_update AFTER UPDATE ON "story" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'title', OLD."title", 'pull_quote', OLD."pull_quote", 'due_on', OLD."due_on", 'left_asked_on', OLD."left_asked_on", 'right_asked_on', OLD."right_asked_on", 'left_consent_on', OLD."left_consent_on", 'right_consent_on', OLD."right_consent_on") IS NOT json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'title', NEW."title", 'pull_quote', NEW."pull_quote", 'due_on', NEW."due_on", 'left_asked_on', NEW."left_asked_on", 'right_asked_on', NEW."right_asked_on", 'left_consent_on', NEW."left_consent_on", 'right_consent_on', NEW."right_consent_on") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'story', NEW.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'title', OLD."title", 'pull_quote', OLD."pull_quote", 'due_on', OLD."due_on", 'left_asked_on', OLD."left_asked_on", 'right_asked_on', OLD."right_asked_on", 'left_consent_on', OLD."left_consent_on", 'right_consent_on', OLD."right_consent_on"), json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'title', NEW."title", 'pull_quote', NEW."pull_quote", 'due_on', NEW."due_on", 'left_asked_on', NEW."left_asked_on", 'right_asked_on', NEW."right_asked_on", 'left_consent_on', NEW."left_consent_on", 'right_consent_on', NEW."right_consent_on") FROM history_state; END;
CREATE TRIGGER history_story_delete AFTER DELETE ON "story" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'story', OLD.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'title', OLD."title", 'pull_quote', OLD."pull_quote", 'due_on', OLD."due_on", 'left_asked_on', OLD."left_asked_on", 'right_asked_on', OLD."right_asked_on", 'left_consent_on', OLD."left_consent_on", 'right_consent_on', OLD."right_consent_on"), NULL FROM history_state; END;
CREATE TRIGGER history_check_in_answer_insert AFTER INSERT ON "check_in_answer" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'check_in_answer', NEW.id, NULL, json_object('id', NEW."id", 'check_in_id', NEW."check_in_id", 'question', NEW."question", 'answer', NEW."answer") FROM history_state; END;
CREATE TRIGGER history_check_in_answer_update AFTER UPDATE ON "check_in_answer" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'check_in_id', OLD."check_in_id", 'question', OLD."question", 'answer', OLD."answer") IS NOT json_object('id', NEW."id", 'check_in_id', NEW."check_in_id", 'question', NEW."question", 'answer', NEW."answer") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'check_in_answer', NEW.id, json_object('id', OLD."id", 'check_in_id', OLD."check_in_id", 'question', OLD."question", 'answer', OLD."answer"), json_object('id', NEW."id", 'check_in_id', NEW."check_in_id", 'question', NEW."question", 'answer', NEW."answer") FROM history_state; END;
CREATE TRIGGER history_check_in_answer_delete AFTER DELETE ON "check_in_answer" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'check_in_answer', OLD.id, json_object('id', OLD."id", 'check_in_id', OLD."check_in_id", 'question', OLD."question", 'answer', OLD."answer"), NULL FROM history_state; END;
CREATE TRIGGER history_exchange_insert AFTER INSERT ON "exchange" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'exchange', NEW.id, NULL, json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'contact_id', NEW."contact_id", 'side', NEW."side", 'kind', NEW."kind", 'points', NEW."points", 'day', NEW."day", 'what', NEW."what", 'skill', NEW."skill") FROM history_state; END;
CREATE TRIGGER history_exchange_update AFTER UPDATE ON "exchange" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'contact_id', OLD."contact_id", 'side', OLD."side", 'kind', OLD."kind", 'points', OLD."points", 'day', OLD."day", 'what', OLD."what", 'skill', OLD."skill") IS NOT json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'contact_id', NEW."contact_id", 'side', NEW."side", 'kind', NEW."kind", 'points', NEW."points", 'day', NEW."day", 'what', NEW."what", 'skill', NEW."skill") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'exchange', NEW.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'contact_id', OLD."contact_id", 'side', OLD."side", 'kind', OLD."kind", 'points', OLD."points", 'day', OLD."day", 'what', OLD."what", 'skill', OLD."skill"), json_object('id', NEW."id", 'pair_id', NEW."pair_id", 'contact_id', NEW."contact_id", 'side', NEW."side", 'kind', NEW."kind", 'points', NEW."points", 'day', NEW."day", 'what', NEW."what", 'skill', NEW."skill") FROM history_state; END;
CREATE TRIGGER history_exchange_delete AFTER DELETE ON "exchange" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'exchange', OLD.id, json_object('id', OLD."id", 'pair_id', OLD."pair_id", 'contact_id', OLD."contact_id", 'side', OLD."side", 'kind', OLD."kind", 'points', OLD."points", 'day', OLD."day", 'what', OLD."what", 'skill', OLD."skill"), NULL FROM history_state; END;
CREATE TRIGGER history_project_hours_insert AFTER INSERT ON "project_hours" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'project_hours', NEW.id, NULL, json_object('id', NEW."id", 'project_id', NEW."project_id", 'side', NEW."side", 'day', NEW."day", 'hours', NEW."hours", 'what', NEW."what") FROM history_state; END;
CREATE TRIGGER history_project_hours_update AFTER UPDATE ON "project_hours" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'project_id', OLD."project_id", 'side', OLD."side", 'day', OLD."day", 'hours', OLD."hours", 'what', OLD."what") IS NOT json_object('id', NEW."id", 'project_id', NEW."project_id", 'side', NEW."side", 'day', NEW."day", 'hours', NEW."hours", 'what', NEW."what") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'project_hours', NEW.id, json_object('id', OLD."id", 'project_id', OLD."project_id", 'side', OLD."side", 'day', OLD."day", 'hours', OLD."hours", 'what', OLD."what"), json_object('id', NEW."id", 'project_id', NEW."project_id", 'side', NEW."side", 'day', NEW."day", 'hours', NEW."hours", 'what', NEW."what") FROM history_state; END;
CREATE TRIGGER history_project_hours_delete AFTER DELETE ON "project_hours" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'project_hours', OLD.id, json_object('id', OLD."id", 'project_id', OLD."project_id", 'side', OLD."side", 'day', OLD."day", 'hours', OLD."hours", 'what', OLD."what"), NULL FROM history_state; END;
CREATE TRIGGER history_story_answer_insert AFTER INSERT ON "story_answer" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'story_answer', NEW.id, NULL, json_object('id', NEW."id", 'story_id', NEW."story_id", 'question', NEW."question", 'position', NEW."position", 'side', NEW."side", 'answer', NEW."answer") FROM history_state; END;
CREATE TRIGGER history_story_answer_update AFTER UPDATE ON "story_answer" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'story_id', OLD."story_id", 'question', OLD."question", 'position', OLD."position", 'side', OLD."side", 'answer', OLD."answer") IS NOT json_object('id', NEW."id", 'story_id', NEW."story_id", 'question', NEW."question", 'position', NEW."position", 'side', NEW."side", 'answer', NEW."answer") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'story_answer', NEW.id, json_object('id', OLD."id", 'story_id', OLD."story_id", 'question', OLD."question", 'position', OLD."position", 'side', OLD."side", 'answer', OLD."answer"), json_object('id', NEW."id", 'story_id', NEW."story_id", 'question', NEW."question", 'position', NEW."position", 'side', NEW."side", 'answer', NEW."answer") FROM history_state; END;
CREATE TRIGGER history_story_answer_delete AFTER DELETE ON "story_answer" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'story_answer', OLD.id, json_object('id', OLD."id", 'story_id', OLD."story_id", 'question', OLD."question", 'position', OLD."position", 'side', OLD."side", 'answer', OLD."answer"), NULL FROM history_state; END;
CREATE TRIGGER history_survey_answer_insert AFTER INSERT ON "survey_answer" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'survey_answer', NEW.id, NULL, json_object('id', NEW."id", 'survey_id', NEW."survey_id", 'question', NEW."question", 'answer', NEW."answer") FROM history_state; END;
CREATE TRIGGER history_survey_answer_update AFTER UPDATE ON "survey_answer" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'survey_id', OLD."survey_id", 'question', OLD."question", 'answer', OLD."answer") IS NOT json_object('id', NEW."id", 'survey_id', NEW."survey_id", 'question', NEW."question", 'answer', NEW."answer") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'survey_answer', NEW.id, json_object('id', OLD."id", 'survey_id', OLD."survey_id", 'question', OLD."question", 'answer', OLD."answer"), json_object('id', NEW."id", 'survey_id', NEW."survey_id", 'question', NEW."question", 'answer', NEW."answer") FROM history_state; END;
CREATE TRIGGER history_survey_answer_delete AFTER DELETE ON "survey_answer" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'survey_answer', OLD.id, json_object('id', OLD."id", 'survey_id', OLD."survey_id", 'question', OLD."question", 'answer', OLD."answer"), NULL FROM history_state; END;
CREATE TRIGGER history_survey_benefit_insert AFTER INSERT ON "survey_benefit" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'survey_benefit', NEW.id, NULL, json_object('id', NEW."id", 'survey_id', NEW."survey_id", 'benefit', NEW."benefit", 'words', NEW."words") FROM history_state; END;
CREATE TRIGGER history_survey_benefit_update AFTER UPDATE ON "survey_benefit" WHEN (SELECT step_id FROM history_state) IS NOT NULL AND json_object('id', OLD."id", 'survey_id', OLD."survey_id", 'benefit', OLD."benefit", 'words', OLD."words") IS NOT json_object('id', NEW."id", 'survey_id', NEW."survey_id", 'benefit', NEW."benefit", 'words', NEW."words") BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'survey_benefit', NEW.id, json_object('id', OLD."id", 'survey_id', OLD."survey_id", 'benefit', OLD."benefit", 'words', OLD."words"), json_object('id', NEW."id", 'survey_id', NEW."survey_id", 'benefit', NEW."benefit", 'words', NEW."words") FROM history_state; END;
CREATE TRIGGER history_survey_benefit_delete AFTER DELETE ON "survey_benefit" WHEN (SELECT step_id FROM history_state) IS NOT NULL BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) SELECT step_id, 'survey_benefit', OLD.id, json_object('id', OLD."id", 'survey_id', OLD."survey_id", 'benefit', OLD."benefit", 'words', OLD."words"), NULL FROM history_state; END;
COMMIT;
