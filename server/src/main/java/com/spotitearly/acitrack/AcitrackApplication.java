package com.spotitearly.acitrack;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;

/** Starts AciTrack Backend; its settings are environment variables, see {@code settings.Settings}. */
// Boot's /error is no operation of the contract; ProblemAdvice and ProblemValve answer every error.
@SpringBootApplication(exclude = ErrorMvcAutoConfiguration.class)
public class AcitrackApplication {

    public static void main(String[] args) {
        SpringApplication.run(AcitrackApplication.class, args);
    }
}
