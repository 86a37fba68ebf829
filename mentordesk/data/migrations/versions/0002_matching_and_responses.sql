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
 STRICT;

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
    CONSTRAINT ck_career_milestone_kind_kind CHECK (kind IN ('promotion', 'new_role', 'new_manager', 'transfer', 'leave', 'return', 'award', 'anniversary', 'departure')),
    CONSTRAINT ck_career_milestone_day_kind CHECK (day IS date(day, '+0 days')),
    CONSTRAINT ck_career_milestone_precision_kind CHECK (precision IN ('day', 'month', 'year')),
    CONSTRAINT ck_career_milestone_until_kind CHECK (until IS date(until, '+0 days'))
)
 STRICT;

CREATE TABLE match_scores (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    cohort_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    rows TEXT NOT NULL,
    CONSTRAINT uq_match_scores_cohort_id UNIQUE (cohort_id),
    CONSTRAINT fk_match_scores_cohort_id FOREIGN KEY(cohort_id) REFERENCES cohort (id) ON DELETE CASCADE,
    CONSTRAINT ck_match_scores_rows_kind CHECK (rows IS NULL OR json_valid(rows))
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
    CONSTRAINT ck_pair_end_reason_kind CHECK (end_reason IN ('no_time', 'not_a_fit', 'changed_job', 'left_company', 'leave', 'declined', 'other')),
    CONSTRAINT ck_pair_left_agreed_on_kind CHECK (left_agreed_on IS date(left_agreed_on, '+0 days')),
    CONSTRAINT ck_pair_right_agreed_on_kind CHECK (right_agreed_on IS date(right_agreed_on, '+0 days')),
    CONSTRAINT ck_pair_left_again_kind CHECK (left_again IN (0, 1)),
    CONSTRAINT ck_pair_right_again_kind CHECK (right_again IN (0, 1))
)
 STRICT;

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
 STRICT;

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
 STRICT;

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
 STRICT;

CREATE INDEX ix_career_milestone_day ON career_milestone (day);

CREATE INDEX ix_career_milestone_person_id ON career_milestone (person_id);

CREATE INDEX ix_pair_left_id ON pair (left_id);

CREATE INDEX ix_pair_cohort_id ON pair (cohort_id);

CREATE INDEX ix_pair_status ON pair (status);

CREATE INDEX ix_pair_introduced_by_id ON pair (introduced_by_id);

CREATE INDEX ix_pair_right_id ON pair (right_id);

CREATE INDEX ix_match_choice_right_id ON match_choice (right_id);

CREATE INDEX ix_match_choice_left_id ON match_choice (left_id);

CREATE INDEX ix_response_receipt_pair_id ON response_receipt (pair_id);
