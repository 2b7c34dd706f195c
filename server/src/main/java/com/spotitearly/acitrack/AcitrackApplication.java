package com.spotitearly.acitrack;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts AciTrack Backend; its settings are environment variables, see {@code settings.Settings}. */
@SpringBootApplication
public class AcitrackApplication {

    public static void main(String[] args) {
        SpringApplication.run(AcitrackApplication.class, args);
    }
}
