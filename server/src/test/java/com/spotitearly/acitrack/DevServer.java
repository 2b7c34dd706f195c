package com.spotitearly.acitrack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * What {@code ./mvnw -pl server spring-boot:test-run} starts: the server with a PostgreSQL of its own, whose data stay
 * in {@code .local} of the checkout. Every setting can be overridden by its environment variable.
 */
public final class DevServer {

    private DevServer() {}

    public static void main(String[] args) {
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("ACITRACK_API_KEY", "dev-key");
        defaults.put("ACITRACK_READ_API_KEY", "dev-read-key");
        defaults.put("DIGEST_FEEDBACK_SECRET", "dev-secret");
        if (System.getenv("DATABASE_URL") == null) {
            defaults.put("DATABASE_URL", url(postgres()));
        }
        SpringApplication application = new SpringApplication(AcitrackApplication.class);
        application.setDefaultProperties(defaults);
        sayHowToTryIt(application.run(args));
    }

    private static int postgres() {
        Path data = Path.of(System.getProperty("acitrack.dev.directory", ".local"), "postgres");
        int running = portOfRunningPostgres(data);
        if (running > 0) {
            return running;
        }
        try {
            Files.createDirectories(data.getParent());
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data.toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .start();
            SpringApplication.getShutdownHandlers().add(() -> stop(postgres));
            return postgres.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL in " + data + " does not start", e);
        }
    }

    /** A server that was killed leaves its PostgreSQL behind; it still guards the data, so it is taken over. */
    private static int portOfRunningPostgres(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            int port = Integer.parseInt(lines.get(3).trim());
            DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "")
                    .close();
            return port;
        } catch (IOException | SQLException | RuntimeException e) {
            return -1;
        }
    }

    private static void stop(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(int port) {
        return "postgresql://postgres@localhost:" + port + "/postgres?sslmode=disable";
    }

    private static void sayHowToTryIt(ConfigurableApplicationContext context) {
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        Environment environment = context.getEnvironment();
        String key = environment.getRequiredProperty("ACITRACK_API_KEY").split(",")[0];
        System.out.printf(
                """

                AciTrack Backend runs at http://localhost:%1$d
                Database: %2$s
                API key:  %3$s

                Try it:   curl -H "X-API-Key: %3$s" "http://localhost:%1$d/runs/latest"

                """, port, environment.getRequiredProperty("DATABASE_URL").replaceAll("://[^@]*@", "://"), key);
    }
}
