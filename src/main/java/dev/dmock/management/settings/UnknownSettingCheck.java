package dev.dmock.management.settings;

import dev.dmock.error.MisconfiguredException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/**
 * Detects unknown settings, since a misspelt setting would have no effect. An unknown setting in a file or on the
 * command line ends the start; an unknown environment variable may belong to another program, so it is only logged.
 */
@Component
class UnknownSettingCheck implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownSettingCheck.class);
    private static final String PREFIX = "DMOCK_";

    private final ConfigurableEnvironment environment;
    private final SettingCatalogue settings = SettingCatalogue.ofThisProgram();

    UnknownSettingCheck(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void afterPropertiesSet() {
        environment.getPropertySources().stream()
                .flatMap(source -> source instanceof EnumerablePropertySource<?> all && !isShared(source.getName())
                        ? Stream.of(all.getPropertyNames())
                        : Stream.empty())
                .filter(name -> name.startsWith(Setting.PREFIX))
                .filter(name -> settings.ofProperty(name).isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw new MisconfiguredException("There is no setting " + name + "; --help lists them.");
                });
        environment.getSystemEnvironment().entrySet().stream()
                .filter(this::isUnknown)
                .forEach(variable -> LOG.warn(
                        "The environment variable {} sets nothing: there is no such setting; --help lists them.",
                        variable.getKey()));
    }

    private static boolean isShared(String source) {
        return source.equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
                || source.equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
    }

    private boolean isUnknown(Map.Entry<String, Object> variable) {
        String name = variable.getKey().toUpperCase(Locale.ROOT);
        return name.startsWith(PREFIX) && !settings.hasVariable(name) && !isOfKubernetes(name, variable.getValue());
    }

    /** Kubernetes sets variables with the address of the service {@code dmock}, which look like settings. */
    private static boolean isOfKubernetes(String name, Object value) {
        return name.startsWith("DMOCK_SERVICE_")
                || name.startsWith("DMOCK_PORT_")
                || String.valueOf(value).matches("(tcp|udp|sctp)://.*");
    }
}
