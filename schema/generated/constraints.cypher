// Generated from schema/vocabulary.py by `python -m kg.generate`.
CREATE CONSTRAINT resource_uri IF NOT EXISTS FOR (n:Resource) REQUIRE n.uri IS UNIQUE;
CREATE INDEX document_name IF NOT EXISTS FOR (n:Document) ON (n.`name`);
CREATE INDEX document_url IF NOT EXISTS FOR (n:Document) ON (n.`url`);
CREATE INDEX document_publishedon IF NOT EXISTS FOR (n:Document) ON (n.`publishedOn`);
CREATE INDEX version_ingestedat IF NOT EXISTS FOR (n:Version) ON (n.`ingestedAt`);
CREATE INDEX version_retractedat IF NOT EXISTS FOR (n:Version) ON (n.`retractedAt`);
CREATE INDEX actor_name IF NOT EXISTS FOR (n:Actor) ON (n.`name`);
CREATE INDEX tenure_from IF NOT EXISTS FOR (n:Tenure) ON (n.`from`);
CREATE INDEX tenure_to IF NOT EXISTS FOR (n:Tenure) ON (n.`to`);
CREATE INDEX tenure_observedfrom IF NOT EXISTS FOR (n:Tenure) ON (n.`observedFrom`);
CREATE INDEX tenure_observedto IF NOT EXISTS FOR (n:Tenure) ON (n.`observedTo`);
CREATE INDEX topic_notation IF NOT EXISTS FOR (n:Topic) ON (n.`notation`);
CREATE INDEX event_name IF NOT EXISTS FOR (n:Event) ON (n.`name`);
CREATE INDEX event_observedfrom IF NOT EXISTS FOR (n:Event) ON (n.`observedFrom`);
CREATE INDEX event_observedto IF NOT EXISTS FOR (n:Event) ON (n.`observedTo`);
CREATE INDEX statement_saidon IF NOT EXISTS FOR (n:Statement) ON (n.`saidOn`);
CREATE INDEX statement_retractedat IF NOT EXISTS FOR (n:Statement) ON (n.`retractedAt`);
CREATE INDEX run_startedat IF NOT EXISTS FOR (n:Run) ON (n.`startedAt`);
