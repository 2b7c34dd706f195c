package com.spotitearly.acitrack.client;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** The packaged server as a process, over a real database that outlives it. */
final class RealServer implements AutoCloseable {

    static final String KEY = "end-to-end";
    static final String SECRET = "end-to-end-secret";

    private final EmbeddedPostgres postgres = EmbeddedPostgres.start();
    private final int port = freePort();
    private final Path log;
    private Process process;

    RealServer(Path log) throws IOException {
        this.log = log;
    }

    String url() {
        return "http://localhost:" + port;
    }

    void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Path.of(
                                        System.getProperty("acitrack.server.target"),
                                        "acitrack-server-" + System.getProperty("acitrack.version") + "-exec.jar")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment()
                .put(
                        "DATABASE_URL",
                        "postgresql://postgres@localhost:" + postgres.getPort() + "/postgres?sslmode=disable");
        builder.environment().put("ACITRACK_API_KEY", KEY);
        builder.environment().put("DIGEST_FEEDBACK_SECRET", SECRET);
        builder.environment().put("PORT", String.valueOf(port));
        process = builder.start();
    }

    /** Ends it as a crash does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    String query(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kill();
        postgres.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
