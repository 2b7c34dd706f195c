package com.spotitearly.acitrack.client.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Secrets that lie in files. */
final class Secrets {

    private Secrets() {}

    static String read(Path file, CommandSpec command) {
        try {
            String secret = Files.readString(file).strip();
            if (!secret.isEmpty()) {
                return secret;
            }
        } catch (IOException e) {
            // Said below; the exception's own text may be no more than the path.
        }
        throw new ParameterException(command.commandLine(), file + " cannot be read, or is empty");
    }
}
