package org.redress.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import org.redress.studio.ModelSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models that came with this version of the product, from {@code bpmn/} and {@code forms/}. */
@Component
class ShippedModels {

    private final ResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private final ModelSet models = read();

    ModelSet all() {
        return models;
    }

    private ModelSet read() {
        Map<String, byte[]> found = new HashMap<>();
        find(found, "bpmn", "bpmn");
        find(found, "bpmn", "dmn");
        find(found, "forms", "form");
        return ModelSet.of(found);
    }

    private void find(Map<String, byte[]> found, String folder, String kind) {
        try {
            for (Resource resource : resources.getResources("classpath*:" + folder + "/*." + kind)) {
                try (InputStream content = resource.getInputStream()) {
                    found.put(folder + "/" + resource.getFilename(), content.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The models in " + folder + " cannot be read", e);
        }
    }
}
