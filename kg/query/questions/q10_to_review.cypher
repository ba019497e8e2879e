// What must a person check?
MATCH (s:Statement)-[:EVIDENCED_BY]->(sp:Span)-[:IN_VERSION]->(v:Version)
WHERE v.retractedAt IS NULL
WITH s, sp,
  s.confidence < $below OR coalesce(s.speakerConfidence < $below, false) AS unsure,
  coalesce(s.reviewStatus, 'unreviewed') AS review_status
WHERE (unsure OR review_status = 'unreviewed')
  AND ($from IS NULL OR s.saidOn >= date($from))
  AND ($to IS NULL OR s.saidOn < date($to))
  AND ($topic IS NULL OR EXISTS {
    MATCH (s)-[:ABOUT]->(:Topic)-[:BROADER*0..]->(t:Topic)
    WHERE t.uri = $topic OR t.notation = $topic
  })
MATCH (sp)-[:IN_DOCUMENT]->(d:Document)
OPTIONAL MATCH (a:Actor)-[:SAID]->(s)
WITH s, sp, d, a, unsure, review_status
WHERE $actor IS NULL OR a.uri ENDS WITH $actor
RETURN DISTINCT
  CASE WHEN unsure THEN 'low confidence' ELSE 'not reviewed' END AS reason,
  s.confidence AS confidence,
  s.speakerConfidence AS speaker_confidence,
  review_status,
  a.name AS who,
  a.uri AS who_uri,
  s.sourceText AS source_text,
  s.act AS act,
  s.text AS said,
  s.saidOn AS said_on,
  d.uri AS document_uri,
  coalesce(d.headline, d.name) AS headline,
  sp.start AS start,
  sp.end AS end,
  sp.exact AS exact,
  sp.prefix AS prefix,
  sp.suffix AS suffix,
  s.uri AS statement_uri
ORDER BY confidence, speaker_confidence IS NULL, speaker_confidence, document_uri, start, end,
  statement_uri, who_uri IS NULL, who_uri
