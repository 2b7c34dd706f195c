package com.spotitearly.acitrack.http;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.spotitearly.acitrack.support.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what: keys, scopes and web origins. */
class AccessTest {

    private static final String RUN = "{\"run_id\":\"r\",\"mode\":\"m\"}";

    private final TestServer server = TestServer.shared();

    @ParameterizedTest
    @ValueSource(strings = {TestServer.KEY, TestServer.SECOND_KEY, " " + TestServer.KEY})
    void everyFullKeyMayIngestAndRead(String key) {
        server.anonymous()
                .header("X-API-Key", key)
                .contentType("application/json")
                .body(RUN)
                .post("/ingest/run")
                .then()
                .statusCode(200);
        server.anonymous().header("X-API-Key", key).get("/runs/r").then().statusCode(200);
    }

    @Test
    void theReadKeyMayOnlyRead() {
        server.anonymous()
                .header("X-API-Key", TestServer.READ_KEY)
                .get("/disagreements")
                .then()
                .statusCode(200);
        server.anonymous()
                .header("X-API-Key", TestServer.READ_KEY)
                .contentType("application/json")
                .body(RUN)
                .post("/ingest/run")
                .then()
                .statusCode(403)
                .body("detail", is("This API key may only read"));
        server.client().get("/runs/r").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/runs/latest", "/runs/r", "/must-reads?mode=m", "/paper/p", "/disagreements"})
    void readsNeedAKey(String path) {
        server.anonymous().get(path).then().statusCode(401).header("WWW-Authenticate", "ApiKey realm=\"acitrack\"");
        server.anonymous().header("X-API-Key", "test-ke").get(path).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ingest/run", "/ingest/tri-model-events", "/ingest/must-reads"})
    void ingestNeedsAKeyBeforeItsBodyIsLookedAt(String path) {
        server.anonymous()
                .contentType("application/json")
                .body("{")
                .post(path)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/livez", "/readyz", "/openapi.json", "/openapi-gpt.json"})
    void theseNeedNoKey(String path) {
        server.anonymous().get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://chat.openai.com", "https://chatgpt.com"})
    void chatGptMayCallFromItsPages(String origin) {
        server.client()
                .header("Origin", origin)
                .get("/disagreements")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", origin);
        server.anonymous()
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "x-api-key")
                .options("/runs/latest")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Methods", "GET,POST")
                .header("Access-Control-Allow-Headers", "x-api-key");
    }

    @Test
    void otherPagesGetNoPermission() {
        server.client()
                .header("Origin", "https://evil.example")
                .get("/disagreements")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
        server.anonymous()
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "GET")
                .options("/runs/latest")
                .then()
                .statusCode(403);
    }
}
