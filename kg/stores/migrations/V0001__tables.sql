-- The embedded store. Truth: batches, contents and claims. The visible graph: nodes (whose property
-- columns and views come from the vocabulary table), node_labels, edges and search_words; all of it
-- follows from the claims.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE batches (
    id INTEGER PRIMARY KEY,
    graph TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('live', 'history', 'topics', 'gone')),
    rank TEXT NOT NULL,
    document TEXT NOT NULL,
    version TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    modified TEXT NOT NULL,
    watermark INTEGER NOT NULL UNIQUE
);

CREATE TABLE nodes (id INTEGER PRIMARY KEY, uri TEXT NOT NULL UNIQUE);

-- What batches say of a node. Batches that say the same share one content; its rank is the lowest
-- of theirs, so that folding a topic of a hundred thousand documents reads a row or two.
CREATE TABLE contents (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    node INTEGER NOT NULL REFERENCES nodes (id),
    rank TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX contents_of_node ON contents (node);

CREATE TABLE claims (
    batch INTEGER NOT NULL REFERENCES batches (id),
    content INTEGER NOT NULL REFERENCES contents (id),
    PRIMARY KEY (batch, content)
) WITHOUT ROWID;
CREATE INDEX claims_of_content ON claims (content, batch);

CREATE TABLE node_labels (
    label TEXT NOT NULL,
    id INTEGER NOT NULL REFERENCES nodes (id),
    PRIMARY KEY (label, id)
) WITHOUT ROWID;
CREATE INDEX labels_of_node ON node_labels (id, label);

-- No foreign keys here: each would need an index of its own, and the fold never leaves a loose end.
CREATE TABLE edges (
    type TEXT NOT NULL,
    source INTEGER NOT NULL,
    target INTEGER NOT NULL,
    PRIMARY KEY (type, source, target)
) WITHOUT ROWID;
CREATE INDEX edges_reversed ON edges (type, target, source);

CREATE VIRTUAL TABLE search_words USING fts5 (
    words, tokenize = 'unicode61 remove_diacritics 2'
);

-- What the planner shall believe, whatever has been loaded: a node has few edges of a type, a topic
-- or an actor may have many, and a label or a type says little. Measured statistics of a small or a
-- young store let it scan all edges of a type, a thousand times slower than following them.
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('edges', 'edges', '1000000 50000 3 1'),
    ('edges', 'edges_reversed', '1000000 50000 30 1'),
    ('nodes', 'sqlite_autoindex_nodes_1', '500000 1'),
    ('nodes', 'nodes_saidOn', '100000 200'),
    ('nodes', 'nodes_publishedOn', '20000 20'),
    ('node_labels', 'node_labels', '1000000 50000 1'),
    ('node_labels', 'labels_of_node', '1000000 2 1');
