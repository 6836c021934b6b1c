package dev.dmock.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.management.settings.SettingCatalogue;
import dev.dmock.world.WorldDocuments;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Manifests name settings and ports that there are, and worlds that can be laid. */
class ManifestTests {

    private static final Pattern YAML_BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("\\bDMOCK_[A-Z_]+\\b");

    private final SettingCatalogue settings = SettingCatalogue.ofThisProgram();

    @Test
    void kubernetesFitsTheImage() {
        JsonNode pod = Manifest.KUBERNETES
                .of("Deployment")
                .path("spec")
                .path("template")
                .path("spec");
        JsonNode container = pod.path("containers").path(0);
        String exposed = Manifest.first("Dockerfile", "EXPOSE (\\d+)");
        assertThat(container.path("ports").path(0).path("containerPort").asString())
                .isEqualTo(exposed);
        assertThat(Manifest.KUBERNETES
                        .service()
                        .path("spec")
                        .path("ports")
                        .path(0)
                        .path("targetPort")
                        .asString())
                .isEqualTo(container.path("ports").path(0).path("name").asString());
        assertThat(container.path("env").values())
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(
                                settings.hasVariable(variable.path("name").asString()))
                        .isTrue());
        String selected = Manifest.KUBERNETES
                .service()
                .path("spec")
                .path("selector")
                .path("app")
                .asString();
        assertThat(Manifest.KUBERNETES
                        .of("Deployment")
                        .path("spec")
                        .path("template")
                        .path("metadata")
                        .path("labels")
                        .path("app")
                        .asString())
                .isEqualTo(selected);
    }

    /** A container's network is its own; without it the server would be heard by nobody. */
    @Test
    void theImageListensOnAllAddresses() {
        assertThat(Manifest.first("Dockerfile", "(?s).*\\nFROM .*?\\nENV DMOCK_ADDRESS=(\\S+)"))
                .isEqualTo("0.0.0.0");
    }

    @Test
    void worldsCanBeLaid() {
        WorldDocuments documents = new WorldDocuments();
        String world = Manifest.KUBERNETES
                .of("ConfigMap")
                .path("data")
                .path("world.yaml")
                .asString();
        assertThat(documents.readYaml(world).workers()).isEqualTo(3);
        assertThat(documents
                        .readYaml(Pages.read(Path.of("examples", "world.yaml")))
                        .workers())
                .isEqualTo(3);
    }

    @Test
    void yamlInPagesIsYaml() {
        for (Path page : Pages.all()) {
            Matcher block = YAML_BLOCK.matcher(Pages.read(page));
            while (block.find()) {
                assertThat(Manifest.yaml(block.group(1)).isObject())
                        .as(page.toString())
                        .isTrue();
            }
        }
    }

    /** A name that ends with an underscore stands for others. */
    @Test
    void pagesNameSettingsThatThereAre() {
        for (Path page : Pages.all()) {
            Matcher variable = VARIABLE.matcher(Pages.read(page));
            while (variable.find()) {
                String name = variable.group();
                assertThat(name.endsWith("_") || settings.hasVariable(name))
                        .as("%s in %s", name, page)
                        .isTrue();
            }
        }
    }
}
