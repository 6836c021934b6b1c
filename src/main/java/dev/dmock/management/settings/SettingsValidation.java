package dev.dmock.management.settings;

import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Binds all settings at startup, even those of lazy beans, so that an invalid setting ends the start. */
@Configuration(proxyBeanMethods = false)
class SettingsValidation {

    @Bean
    static LazyInitializationExcludeFilter settings() {
        return (name, definition, type) -> type.equals(UnknownSettingCheck.class)
                || type.equals(ServerProperties.class)
                || type.getName().startsWith("dev.dmock.")
                        && AnnotatedElementUtils.hasAnnotation(type, ConfigurationProperties.class);
    }
}
