package com.spotitearly.acitrack.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import com.spotitearly.acitrack.support.Gate;
import com.spotitearly.acitrack.support.TestPostgres;
import com.spotitearly.acitrack.support.TestServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Health tells the truth within two seconds, whatever the database does. */
class HealthTest {

    private static final Duration PROMISE = Duration.ofSeconds(2);

    @Test
    void aConnectedServerIsHealthyAndReady() {
        TestServer server = TestServer.shared();
        server.anonymous()
                .get("/health")
                .then()
                .statusCode(200)
                .body("status", is("healthy"))
                .body("db_connected", is(true))
                .body("db_host", matchesPattern("localhost:\\d+"))
                .body("time", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
        server.anonymous().get("/readyz").then().statusCode(200);
        server.anonymous().get("/livez").then().statusCode(200);
    }

    @Test
    void aDatabaseThatRefusesIsUnhealthyAndRequestsAreTold() throws IOException {
        try (Gate gate = new Gate(TestPostgres.port());
                TestServer server = TestServer.start(gate.through(TestPostgres.freshDatabase()), Map.of())) {
            server.client().get("/disagreements").then().statusCode(200);
            gate.refuse();
            server.anonymous()
                    .get("/health")
                    .then()
                    .statusCode(503)
                    .body("status", is("unhealthy"))
                    .body("db_connected", is(false))
                    .body("db_host", is("localhost:" + gate.port()));
            server.anonymous().get("/readyz").then().statusCode(503);
            server.anonymous().get("/livez").then().statusCode(200);
            server.client()
                    .get("/disagreements")
                    .then()
                    .statusCode(503)
                    .body("type", is("urn:acitrack:problem:database-unavailable"));
            server.anonymous()
                    .get("/feedback?" + "p=p&w=2026-01-05&e=2026-01-11&v=up&t=1736035200&s=00")
                    .then()
                    .statusCode(403);

            gate.open();
            server.client().get("/disagreements").then().statusCode(200);
            server.anonymous().get("/health").then().statusCode(200);
        }
    }

    @Test
    void aFrozenDatabaseIsUnhealthyWithinTwoSecondsHoweverManyAsk() throws IOException {
        try (Gate gate = new Gate(TestPostgres.port());
                TestServer server = TestServer.start(gate.through(TestPostgres.freshDatabase()), Map.of())) {
            server.anonymous().get("/health").then().statusCode(200);
            gate.freeze();
            Stream.generate(() -> CompletableFuture.runAsync(() -> {
                        Instant start = Instant.now();
                        server.anonymous().get("/health").then().statusCode(503).body(containsString("unhealthy"));
                        assertThat(Duration.between(start, Instant.now())).isLessThan(PROMISE);
                    }))
                    .limit(5)
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }
}
