package com.spotitearly.acitrack.support;

import static io.restassured.RestAssured.given;

import com.spotitearly.acitrack.AcitrackApplication;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The server as it runs in production, on a free port over a real database. */
public final class TestServer implements AutoCloseable {

    public static final String KEY = "test-key";
    public static final String SECOND_KEY = "test-key-2";
    public static final String READ_KEY = "test-read-key";
    public static final String SECRET = "test-secret";

    private static TestServer shared;

    private final ConfigurableApplicationContext context;
    private final String databaseUrl;

    private TestServer(ConfigurableApplicationContext context, String databaseUrl) {
        this.context = context;
        this.databaseUrl = databaseUrl;
    }

    /** @return the one server that most tests share; its tables are emptied */
    public static synchronized TestServer shared() {
        if (shared == null) {
            shared = start(TestPostgres.freshDatabase(), Map.of());
        }
        shared.empty();
        return shared;
    }

    /** Starts a server of its own, with settings on top of the usual ones. */
    public static TestServer start(String databaseUrl, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "DATABASE_URL",
                databaseUrl,
                "ACITRACK_API_KEY",
                KEY + "," + SECOND_KEY,
                "ACITRACK_READ_API_KEY",
                READ_KEY,
                "DIGEST_FEEDBACK_SECRET",
                SECRET,
                "PORT",
                "0"));
        all.putAll(settings);
        SpringApplication application = new SpringApplication(AcitrackApplication.class);
        application.setDefaultProperties(all);
        application.setRegisterShutdownHook(false);
        return new TestServer(application.run(), databaseUrl);
    }

    public int port() {
        return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    public String url() {
        return "http://localhost:" + port();
    }

    public String databaseUrl() {
        return databaseUrl;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    /** @return a request whose response must conform to the contract, without a key */
    public RequestSpecification anonymous() {
        return given().spec(new RequestSpecBuilder()
                .setBaseUri(url())
                .setUrlEncodingEnabled(false)
                .addFilter(new ContractConformance())
                .build());
    }

    /** @return the same with the key that may do everything */
    public RequestSpecification client() {
        return anonymous().header("X-API-Key", KEY);
    }

    /** @return the same for a JSON body */
    public RequestSpecification ingest() {
        return client().contentType("application/json");
    }

    public void empty() {
        TestPostgres.execute(
                databaseUrl, "TRUNCATE runs, tri_model_events, must_reads, weekly_digest_feedback RESTART IDENTITY");
    }

    @Override
    public void close() {
        context.close();
    }
}
