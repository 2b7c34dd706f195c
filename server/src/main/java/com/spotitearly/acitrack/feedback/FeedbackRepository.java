package com.spotitearly.acitrack.feedback;

import com.spotitearly.acitrack.json.RawJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code weekly_digest_feedback}, a log: every vote is a row of its own. */
@Repository
class FeedbackRepository {

    private final JdbcClient jdbc;

    FeedbackRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(FeedbackLink link, Visitor visitor, RawJson context) {
        jdbc.sql("""
                        INSERT INTO weekly_digest_feedback (
                               week_start, week_end, publication_id, vote, source_ip, user_agent, context_json)
                        VALUES (:week_start, :week_end, :publication_id, :vote, :source_ip, :user_agent,
                                CAST(:context AS jsonb))
                        """)
                .param("week_start", link.weekStart())
                .param("week_end", link.weekEnd())
                .param("publication_id", link.publicationId())
                .param("vote", link.vote().word())
                .param("source_ip", visitor.sourceIp())
                .param("user_agent", visitor.userAgent())
                .param("context", context.text())
                .update();
    }
}
