package com.spotitearly.acitrack.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The lines of a JSON Lines file as their bytes, one at a time; empty lines are passed over. */
final class EventLines implements Iterator<byte[]>, AutoCloseable {

    /** What the server takes in one request; a longer line could never be sent. */
    private static final int LONGEST_LINE = 64 << 20;

    private final Path file;
    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(8192);
    private byte[] next;
    private long lineNumber;
    private boolean ended;

    EventLines(Path file) {
        this.file = file;
        try {
            in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            byte[] candidate = RunFolder.withoutByteOrderMark(readLine());
            if (!isBlank(candidate)) {
                next = candidate;
            }
        }
        return next != null;
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        byte[] result = next;
        next = null;
        return result;
    }

    /** {@return the number of the line that {@link #next()} answered last} */
    long lineNumber() {
        return lineNumber;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] readLine() {
        line.reset();
        lineNumber++;
        try {
            int b = in.read();
            while (b != -1 && b != '\n') {
                if (line.size() == LONGEST_LINE) {
                    throw InvalidRunException.in(file, lineNumber, "is longer than 64 MiB, which the server refuses");
                }
                line.write(b);
                b = in.read();
            }
            ended = b == -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toByteArray();
    }

    private static boolean isBlank(byte[] text) {
        for (byte b : text) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
