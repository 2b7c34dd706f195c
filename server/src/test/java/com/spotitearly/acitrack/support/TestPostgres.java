package com.spotitearly.acitrack.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for all tests of a run, and a database of their own for those that ask. */
public final class TestPostgres {

    private static final EmbeddedPostgres POSTGRES = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    public static int port() {
        return POSTGRES.getPort();
    }

    /** @return the DATABASE_URL of a new, empty database */
    public static String freshDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        execute(url("postgres"), "CREATE DATABASE " + name);
        return url(name);
    }

    /** Runs SQL, several statements if need be. */
    public static void execute(String databaseUrl, String sql) {
        try (Connection connection = connect(databaseUrl);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the first column of the first row, as text */
    public static String query(String databaseUrl, String sql) {
        try (Connection connection = connect(databaseUrl);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Connection connect(String databaseUrl) throws SQLException {
        return DriverManager.getConnection("jdbc:" + databaseUrl.replace("postgres@", ""), "postgres", "");
    }

    private static String url(String database) {
        return "postgresql://postgres@localhost:" + POSTGRES.getPort() + "/" + database + "?sslmode=disable";
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
