package com.spotitearly.acitrack.http;

import com.spotitearly.acitrack.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may do what: the roles that the contract asks for, by API key. */
@Component
class ApiKeys {

    static final String READ = "read";
    static final String INGEST = "ingest";

    private final List<byte[]> full;
    private final List<byte[]> readOnly;

    ApiKeys(Settings settings) {
        full = settings.apiKeys().stream().map(ApiKeys::digest).toList();
        readOnly = settings.readApiKeys().stream().map(ApiKeys::digest).toList();
    }

    /** @return the roles of the key, none for a key that is not known */
    List<String> roles(String key) {
        byte[] digest = digest(key);
        boolean mayIngest = isAmong(full, digest);
        boolean mayRead = isAmong(readOnly, digest);
        return mayIngest ? List.of(READ, INGEST) : mayRead ? List.of(READ) : List.of();
    }

    /** Looks at every key for the same time, whatever matches: digests have one length. */
    private static boolean isAmong(List<byte[]> digests, byte[] digest) {
        boolean found = false;
        for (byte[] candidate : digests) {
            found |= MessageDigest.isEqual(candidate, digest);
        }
        return found;
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
