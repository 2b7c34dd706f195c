package com.spotitearly.acitrack.client.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * A PostgreSQL address as Render gives it, in the JDBC driver's terms.
 *
 * @param jdbcUrl the driver's URL, without credentials
 * @param properties the credentials and connection parameters
 */
record DatabaseUrl(String jdbcUrl, Properties properties) {

    /** @throws IllegalArgumentException when it is no such address; the message holds nothing of it */
    static DatabaseUrl parse(String url) {
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException e) {
            throw unreadable();
        }
        if (uri.getHost() == null
                || !String.valueOf(uri.getScheme()).matches("postgres(ql)?([+]\\w+)?")
                || uri.getRawPath().length() < 2) {
            throw unreadable();
        }
        Properties properties = new Properties();
        properties.setProperty("sslmode", "require");
        if (uri.getRawQuery() != null) {
            for (String parameter : uri.getRawQuery().split("&")) {
                String[] pair = parameter.split("=", 2);
                properties.setProperty(pair[0], decode(pair[pair.length - 1]));
            }
        }
        if (uri.getRawUserInfo() != null) {
            String[] user = uri.getRawUserInfo().split(":", 2);
            properties.setProperty("user", decode(user[0]));
            if (user.length == 2) {
                properties.setProperty("password", decode(user[1]));
            }
        }
        int port = uri.getPort() == -1 ? 5432 : uri.getPort();
        return new DatabaseUrl("jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath(), properties);
    }

    /** Unlike in a form, a plus sign is a plus sign here. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException(
                "DATABASE_URL is not of the form postgresql://user:password@host:port/database (percent-encode special"
                        + " characters in user and password)");
    }

    /** Never shows the credentials. */
    @Override
    public String toString() {
        return jdbcUrl;
    }
}
