package com.spotitearly.acitrack.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.spotitearly.acitrack.client.FeedbackLinks.Vote;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected values were computed with Python's urllib.parse.urlencode and hmac. */
class FeedbackLinksTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final LocalDate END = LocalDate.of(2026, 1, 11);
    private static final Instant SIGNED = Instant.ofEpochSecond(1736035200);

    private final FeedbackLinks links = new FeedbackLinks("https://acitrack.example/", "test-secret");

    @Test
    void buildsTheDocumentedLink() {
        assertThat(links.link("pub-123", START, END, Vote.UP, SIGNED))
                .hasToString("https://acitrack.example/feedback?p=pub-123&w=2026-01-05&e=2026-01-11&v=up&t=1736035200"
                        + "&s=1c7759a2abaee58aec9daba5233341b87dbc2f33f220d188131cfca11f5312ec");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    doi:10.1000/xyz | doi%3A10.1000%2Fxyz | 31abc49547713e51117892b0f4e9e2f1ebd90024ec2caf7ed7a0c78c67631b5c
                    a b+c | a+b%2Bc | 6e1c36afc803081ae68b4899dee1f42244d8b1b1428bf389fc4788914663f471
                    tilde~star* | tilde~star%2A | 124793415c35eb28de5d3145144636d70d4958c4815293e40b13568edd021606
                    Müller – “Größe” | M%C3%BCller+%E2%80%93+%E2%80%9CGr%C3%B6%C3%9Fe%E2%80%9D | da1591d9b0502fe99c1bce090f763c335021e3a0086cf8f0194c2f78fc93be06
                    日本語 | %E6%97%A5%E6%9C%AC%E8%AA%9E | 1ca8988d8049ee5728f9ecc78ccecd182e074321259ecd5b94e11ed33c9ce0f3
                    😀 emoji | %F0%9F%98%80+emoji | b612642e596eef52825a2b456e2d7c56d9b6432bce46b6984796ca383364f463
                    100% & more = a;b | 100%25+%26+more+%3D+a%3Bb | 4b94395c89c939599a8d776d6826ef4a5318e1569c719311e42598c008de3918
                    "~._-!()'@,$" | ~._-%21%28%29%27%40%2C%24 | 221c76f26bb4d6a0372b0701bf58093e573873894fa4752dcc9ca46efdce5b7b
                    """)
    void encodesAndSignsAsPythonDoes(String publicationId, String encoded, String signature) {
        assertThat(links.link(publicationId, START, END, Vote.DOWN, SIGNED))
                .hasToString("https://acitrack.example/feedback?p=" + encoded
                        + "&w=2026-01-05&e=2026-01-11&v=down&t=1736035200&s=" + signature);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "a\u0000"})
    void refusesWhatTheContractRefuses(String publicationId) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> links.link(publicationId, START, END, Vote.UP, SIGNED))
                .withMessageContaining("publication_id");
    }

    @Test
    void refusesAnEmptySecret() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FeedbackLinks("https://acitrack.example", ""));
    }
}
