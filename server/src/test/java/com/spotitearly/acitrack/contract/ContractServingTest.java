package com.spotitearly.acitrack.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.spotitearly.acitrack.support.ContractDocument;
import com.spotitearly.acitrack.support.TestPostgres;
import com.spotitearly.acitrack.support.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The server serves the contract that it was generated from, under its own address. */
class ContractServingTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void theContractIsTheFileWithTheServersAddress() {
        TestServer server = TestServer.shared();
        ObjectNode served = (ObjectNode)
                MAPPER.readTree(server.anonymous().get("/openapi.json").asString());
        assertThat(served.at("/servers/0/url").asString()).isEqualTo(server.url());
        ObjectNode expected = (ObjectNode) ContractDocument.TREE.deepCopy();
        served.remove("servers");
        expected.remove("servers");
        assertThat(served).isEqualTo(expected);
    }

    @Test
    void behindThePlatformsProxyTheAddressIsThatOfTheRequest() {
        TestServer.shared()
                .anonymous()
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "acitrack.example")
                .get("/openapi-gpt.json")
                .then()
                .statusCode(200)
                .body("servers", hasSize(1))
                .body("servers[0].url", is("https://acitrack.example"));
    }

    @Test
    void thePublicAddressIsASetting() {
        Map<String, Object> both = Map.of(
                "PUBLIC_BASE_URL", "https://api.example/", "RENDER_EXTERNAL_URL", "https://ignored.onrender.com");
        try (TestServer server = TestServer.start(TestPostgres.freshDatabase(), both)) {
            server.anonymous().get("/openapi.json").then().body("servers.url", hasItem("https://api.example"));
        }
        Map<String, Object> render = Map.of("RENDER_EXTERNAL_URL", "https://acitrack.onrender.com");
        try (TestServer server = TestServer.start(TestPostgres.freshDatabase(), render)) {
            server.anonymous()
                    .get("/openapi-gpt.json")
                    .then()
                    .body("servers.url", hasItem("https://acitrack.onrender.com"));
        }
    }

    @Test
    void theRootListsEveryOperation() {
        TestServer.shared()
                .anonymous()
                .get("/")
                .then()
                .statusCode(200)
                .body("name", is("AciTrack Backend"))
                .body("version", is("2.0.0"))
                .body("endpoints.path", hasItem("/ingest/tri-model-events"))
                .body("endpoints", hasSize(16));
    }
}
