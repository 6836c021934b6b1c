package dev.dmock.management.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All settings, read from the configuration metadata that the annotation processor generates. */
public final class SettingCatalogue {

    private static final String LIST = "/META-INF/spring-configuration-metadata.json";

    private final List<Setting> all;

    SettingCatalogue(List<Setting> all) {
        this.all = List.copyOf(all);
    }

    public static SettingCatalogue ofThisProgram() {
        try (InputStream list = Objects.requireNonNull(SettingCatalogue.class.getResourceAsStream(LIST), LIST)) {
            return new SettingCatalogue(JsonMapper.shared().readTree(list).path("properties").values().stream()
                    .filter(property -> name(property).startsWith(Setting.PREFIX))
                    .map(SettingCatalogue::setting)
                    .sorted(Comparator.comparing(Setting::property))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Setting setting(JsonNode property) {
        JsonNode standard = property.path("defaultValue");
        String text = standard.isArray()
                ? standard.values().stream().map(JsonNode::asString).collect(Collectors.joining(","))
                : standard.asString("");
        String description = property.path("description").asString("");
        return new Setting(name(property), description.replaceAll("\\s+", " ").strip(), text);
    }

    private static String name(JsonNode property) {
        return property.path("name").asString("");
    }

    public List<Setting> all() {
        return all;
    }

    Optional<Setting> ofProperty(String property) {
        return all.stream().filter(setting -> setting.isMeantBy(property)).findFirst();
    }

    public boolean hasVariable(String variable) {
        return all.stream().anyMatch(setting -> setting.isSetBy(variable));
    }
}
