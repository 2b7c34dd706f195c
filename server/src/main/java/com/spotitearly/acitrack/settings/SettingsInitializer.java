package com.spotitearly.acitrack.settings;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Reads the settings before anything else starts, and hands PORT and LOG_LEVEL on to Spring Boot. */
class SettingsInitializer
        implements EnvironmentPostProcessor, ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Comes before logging is set up; a wrong value waits for {@link #initialize}, which can say so readably. */
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        SettingsReader reader = new SettingsReader(environment);
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "acitrack",
                        Map.of(
                                "server.port",
                                reader.integer("PORT", Settings.DEFAULT_PORT, 0, 65_535),
                                "logging.level.root",
                                reader.optional("LOG_LEVEL", Settings::springLogLevel)
                                        .orElse("INFO"))));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Settings settings = Settings.from(context.getEnvironment());
        ((GenericApplicationContext) context).registerBean(Settings.class, () -> settings);
    }
}
