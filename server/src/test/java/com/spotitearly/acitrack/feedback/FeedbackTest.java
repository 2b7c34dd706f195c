package com.spotitearly.acitrack.feedback;

import static com.spotitearly.acitrack.support.TestPostgres.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.spotitearly.acitrack.support.TestPostgres;
import com.spotitearly.acitrack.support.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed links: recorded when a person follows a good one, refused with a page otherwise. */
class FeedbackTest {

    private final TestServer server = TestServer.shared();

    private static String link(String publicationId, String vote, long signedAt) {
        String parameters =
                "e=2026-01-11&p=" + pythonUrlencode(publicationId) + "&t=" + signedAt + "&v=" + vote + "&w=2026-01-05";
        return "/feedback?" + parameters + "&s=" + hmac(parameters);
    }

    private static String goodLink() {
        return link("pub-123", "up", Instant.now().getEpochSecond());
    }

    private static String pythonUrlencode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(TestServer.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String votes() {
        return query(server.databaseUrl(), "SELECT count(*) FROM weekly_digest_feedback");
    }

    @Test
    void theCheckValueOfTheSpecificationMatches() {
        FeedbackLink link = new FeedbackLink(
                "pub-123",
                LocalDate.parse("2026-01-05"),
                LocalDate.parse("2026-01-11"),
                Vote.UP,
                Instant.ofEpochSecond(1_736_035_200));
        assertThat(server.bean(FeedbackSignature.class)
                        .matches(link, "1c7759a2abaee58aec9daba5233341b87dbc2f33f220d188131cfca11f5312ec"))
                .isTrue();
    }

    @Test
    void aGoodLinkIsRecorded() {
        server.anonymous()
                .header("User-Agent", "Mail/1.0")
                .get(goodLink())
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", containsString("no-store"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("Thanks, your feedback was recorded."))
                .body(containsString("<dd>thumbs up</dd>"))
                .body(containsString("<dd>pub-123</dd>"));
        assertThat(
                        query(
                                server.databaseUrl(),
                                "SELECT week_start || ' ' || week_end || ' ' || publication_id || ' ' || vote || ' ' || source_ip"
                                        + " || ' ' || user_agent || ' ' || (context_json ->> 'method') FROM weekly_digest_feedback"))
                .isEqualTo("2026-01-05 2026-01-11 pub-123 up 127.0.0.1 Mail/1.0 GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"doi:10.1000/x y", "ünï 漢字 🎉", "a~b*c+d&e=f%", "<script>alert(1)</script>"})
    void theSignatureIsPythonsForAnyPublicationId(String publicationId) {
        server.anonymous()
                .get(link(publicationId, "down", Instant.now().getEpochSecond()))
                .then()
                .statusCode(200)
                .body(not(containsString("<script>")));
        assertThat(query(server.databaseUrl(), "SELECT publication_id || vote FROM weekly_digest_feedback"))
                .isEqualTo(publicationId + "down");
    }

    @Test
    void theSignatureMayBeInUpperCase() {
        String link = goodLink();
        int s = link.indexOf("&s=") + 3;
        server.anonymous()
                .get(link.substring(0, s) + link.substring(s).toUpperCase(Locale.ROOT))
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "&s=[0-9a-f]+   | &s=00      | 403 | Invalid feedback signature.",
                "p=pub-123      | p=pub-124  | 403 | Invalid feedback signature.",
                "w=2026-01-05   | w=2026-01-06 | 403 | Invalid feedback signature.",
                "&s=[0-9a-f]+   | ''         | 400 | Missing required feedback parameters.",
                "p=pub-123      | p=         | 400 | Missing required feedback parameters.",
                "v=up           | x=up       | 400 | Missing required feedback parameters.",
                "v=up           | v=maybe    | 400 | Invalid vote value. Use &#39;up&#39; or &#39;down&#39;.",
                "w=2026-01-05   | w=monday   | 400 | must be a date",
                "t=[0-9]+       | t=soon     | 400 | must be a whole number",
                "t=[0-9]+       | t=99999999999999999999 | 400 | must be a whole number",
                "t=[0-9]+       | t=9223372036854775807 | 400 | must be less than",
            })
    void aBadLinkIsRefusedWithAPageAndNotRecorded(String part, String replacement, int status, String text) {
        server.anonymous()
                .get(goodLink().replaceFirst(part, replacement))
                .then()
                .statusCode(status)
                .contentType("text/html")
                .body(containsString(text));
        assertThat(votes()).isEqualTo("0");
    }

    @Test
    void aLinkExpiresAndIsNotBelievedFromTheFuture() {
        long now = Instant.now().getEpochSecond();
        server.anonymous()
                .get(link("p", "up", now - 7_776_001))
                .then()
                .statusCode(410)
                .body(containsString("This feedback link has expired."));
        server.anonymous().get(link("p", "up", now - 7_775_000)).then().statusCode(200);
        server.anonymous()
                .get(link("p", "up", now + 400))
                .then()
                .statusCode(400)
                .body(containsString("in the future"));
        server.anonymous().get(link("p", "up", now + 100)).then().statusCode(200);
        assertThat(votes()).isEqualTo("2");
    }

    @Test
    void headNeverRecords() {
        server.anonymous().head(goodLink()).then().statusCode(200);
        assertThat(votes()).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"Sec-Purpose, prefetch;prerender", "Purpose, prefetch", "X-Purpose, preview", "X-Moz, prefetch"})
    void whatIsFetchedAheadOfAClickIsNotRecordedButCanBeConfirmed(String header, String value) {
        server.anonymous()
                .header(header, value)
                .get(goodLink())
                .then()
                .statusCode(200)
                .body(containsString("<form method=\"post\""));
        assertThat(votes()).isEqualTo("0");
    }

    @Test
    void withConfirmationOnlyTheButtonRecords() {
        String database = TestPostgres.freshDatabase();
        try (TestServer asking = TestServer.start(database, Map.of("FEEDBACK_CONFIRM", "true"))) {
            String page = asking.anonymous()
                    .get(link("a&b \"c\"", "down", Instant.now().getEpochSecond()))
                    .then()
                    .statusCode(200)
                    .body(containsString("Please confirm your vote."))
                    .extract()
                    .asString();
            assertThat(query(database, "SELECT count(*) FROM weekly_digest_feedback"))
                    .isEqualTo("0");

            String action = page.replaceAll("(?s).*action=\"([^\"]*)\".*", "$1")
                    .replace("&amp;", "&")
                    .replace("&#x3D;", "=");
            asking.anonymous()
                    .post("/" + action)
                    .then()
                    .statusCode(200)
                    .body(containsString("Thanks, your feedback was recorded."));
            assertThat(query(
                            database,
                            "SELECT publication_id || (context_json ->> 'method') FROM weekly_digest_feedback"))
                    .isEqualTo("a&b \"c\"POST");
            asking.anonymous().post(goodLink().replace("v=up", "v=down")).then().statusCode(403);
        }
    }

    @Test
    void everyClickIsARowOfTheLog() {
        String link = goodLink();
        server.anonymous().get(link).then().statusCode(200);
        server.anonymous().get(link).then().statusCode(200);
        assertThat(votes()).isEqualTo("2");
    }

    @Test
    void aVoteThatCannotBeSavedIsAPageThatSaysSo() {
        String database = TestPostgres.freshDatabase();
        try (TestServer broken = TestServer.start(database, Map.of())) {
            TestPostgres.execute(database, "DROP TABLE weekly_digest_feedback");
            broken.anonymous()
                    .header("X-Request-Id", "report-me")
                    .get(goodLink())
                    .then()
                    .statusCode(500)
                    .contentType("text/html")
                    .body(containsString("Request id: report-me"))
                    .body(not(containsString("weekly_digest_feedback")));
        }
    }

    @Test
    void aLongUserAgentIsCut() {
        server.anonymous()
                .header("User-Agent", "x".repeat(3_000))
                .get(goodLink())
                .then()
                .statusCode(200);
        assertThat(query(server.databaseUrl(), "SELECT length(user_agent) FROM weekly_digest_feedback"))
                .isEqualTo("1000");
    }

    @Test
    void aProgramThatWantsJsonIsToldThereIsAPage() {
        server.anonymous()
                .accept("application/json")
                .get(goodLink())
                .then()
                .statusCode(406)
                .body("detail", is("This operation answers text/html"));
        assertThat(votes()).isEqualTo("0");
    }
}
