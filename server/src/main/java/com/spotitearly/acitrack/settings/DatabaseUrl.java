package com.spotitearly.acitrack.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.PGProperty;

/**
 * A PostgreSQL connection URI as Render, libpq and SQLAlchemy write it, in the JDBC driver's terms.
 *
 * @param host the host, an IPv6 address in brackets
 * @param port the port, 5432 unless given
 * @param database the database's name
 * @param driverProperties user, password and connection parameters by the driver's names; {@code sslmode} is
 *     {@code require} unless given
 */
public record DatabaseUrl(String host, int port, String database, Properties driverProperties) {

    private static final Pattern SCHEME = Pattern.compile("postgres(ql)?([+][a-z0-9]+)?", Pattern.CASE_INSENSITIVE);

    /** libpq's parameter names where the driver has its own. */
    private static final Map<String, String> LIBPQ_NAMES = Map.of(
            "connect_timeout", PGProperty.CONNECT_TIMEOUT.getName(),
            "application_name", PGProperty.APPLICATION_NAME.getName(),
            "target_session_attrs", PGProperty.TARGET_SERVER_TYPE.getName(),
            "channel_binding", PGProperty.CHANNEL_BINDING.getName(),
            "keepalives", PGProperty.TCP_KEEP_ALIVE.getName());

    /**
     * Parses {@code postgres://user:password@host:port/database?parameters}. Parameters that the driver does not know
     * are ignored, as they say how another client should behave.
     *
     * @throws IllegalArgumentException when it is not such a URI; the message holds nothing of it
     */
    public static DatabaseUrl parse(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw unreadable();
        }
        String path = uri.getPath();
        if (uri.getScheme() == null
                || !SCHEME.matcher(uri.getScheme()).matches()
                || uri.getHost() == null
                || path == null
                || path.length() < 2) {
            throw unreadable();
        }
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(PGProperty.SSL_MODE.getName(), "require");
        if (uri.getRawQuery() != null) {
            for (String parameter : uri.getRawQuery().split("&")) {
                String[] pair = parameter.split("=", 2);
                String name = LIBPQ_NAMES.getOrDefault(pair[0], pair[0]);
                PGProperty known = PGProperty.forName(name);
                if (known != null && pair.length == 2) {
                    properties.put(name, driverValue(known, decode(pair[1])));
                }
            }
        }
        if (uri.getRawUserInfo() != null) {
            String[] user = uri.getRawUserInfo().split(":", 2);
            properties.put(PGProperty.USER.getName(), decode(user[0]));
            if (user.length == 2) {
                properties.put(PGProperty.PASSWORD.getName(), decode(user[1]));
            }
        }
        Properties driverProperties = new Properties();
        driverProperties.putAll(properties);
        return new DatabaseUrl(
                uri.getHost(), uri.getPort() == -1 ? 5432 : uri.getPort(), path.substring(1), driverProperties);
    }

    /** The address for people and for {@code /health}: host and port, never credentials. */
    public String hostAndPort() {
        return host + ":" + port;
    }

    /** The driver's URL, without credentials. */
    public String jdbcUrl() {
        String name = URLEncoder.encode(database, StandardCharsets.UTF_8);
        return "jdbc:postgresql://" + hostAndPort() + "/" + name;
    }

    @Override
    public String toString() {
        return hostAndPort() + "/" + database;
    }

    private static String driverValue(PGProperty property, String value) {
        return switch (property) {
            case TARGET_SERVER_TYPE ->
                switch (value) {
                    case "read-write" -> "primary";
                    case "prefer-standby" -> "preferSecondary";
                    case "standby", "read-only" -> "secondary";
                    default -> value;
                };
            case TCP_KEEP_ALIVE -> value.equals("1") ? "true" : value.equals("0") ? "false" : value;
            default -> value;
        };
    }

    /** Percent-decoding as in a URI: unlike in a form, a plus sign is a plus sign. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException(
                "is not a PostgreSQL address of the form postgresql://user:password@host:port/database"
                        + " (percent-encode special characters in user and password)");
    }
}
