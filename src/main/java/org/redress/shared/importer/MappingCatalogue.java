package org.redress.shared.importer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.redress.shared.Problem;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The mappings that are shipped and those that stand in the imports folder; one of the folder wins over a shipped one of its name. */
@Component
public class MappingCatalogue {

    private final ImporterSettings settings;
    private final Map<String, ImportTarget> targets;
    private final Map<String, Mapping> shipped = new LinkedHashMap<>();

    MappingCatalogue(ImporterSettings settings, List<ImportTarget> targets) throws IOException {
        this.settings = settings;
        this.targets = targets.stream().collect(Collectors.toMap(ImportTarget::name, Function.identity()));
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:imports/*.yaml")) {
            try (InputStream in = file.getInputStream()) {
                Mapping mapping = checked(MappingReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                shipped.put(mapping.name(), mapping);
            }
        }
    }

    /** @param broken file name → what to mend in it */
    public record Catalogue(List<Mapping> mappings, Map<String, String> broken) {
    }

    /** Read again each time: a mapping dropped into the folder counts at once. */
    public Catalogue all() {
        Map<String, Mapping> mappings = new LinkedHashMap<>(shipped);
        Map<String, String> broken = new LinkedHashMap<>();
        for (Path file : ownFiles()) {
            try {
                Mapping mapping = checked(MappingReader.read(Files.readString(file)));
                mappings.put(mapping.name(), mapping);
            } catch (MappingException e) {
                broken.put(file.getFileName().toString(), String.valueOf(e.getMessage()));
            } catch (IOException e) {
                broken.put(file.getFileName().toString(), "not readable as UTF-8 text");
            }
        }
        return new Catalogue(new ArrayList<>(mappings.values()), broken);
    }

    /** @throws Problem 422 when there is none of this name */
    public Mapping mapping(String name) {
        return all().mappings().stream().filter(mapping -> mapping.name().equals(name)).findFirst()
                .orElseThrow(() -> Problem.invalid("mapping", "imports.problem.mapping", name));
    }

    ImportTarget target(Mapping mapping) {
        return targets.get(mapping.target());
    }

    private Mapping checked(Mapping mapping) {
        ImportTarget target = targets.get(mapping.target());
        if (target == null) {
            throw new MappingException("target: '" + mapping.target() + "' is none of " + String.join(", ", targets.keySet()));
        }
        Set<String> known = target.fields().stream().map(ImportField::name).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> unknown = new LinkedHashSet<>(mapping.fields().keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new MappingException("fields: " + String.join(", ", unknown) + " is none of " + String.join(", ", known));
        }
        List<String> absent = target.fields().stream().filter(ImportField::required).map(ImportField::name)
                .filter(name -> !mapping.fields().containsKey(name)).toList();
        if (!absent.isEmpty()) {
            throw new MappingException("fields: " + String.join(", ", absent) + " must be mapped");
        }
        return mapping;
    }

    private List<Path> ownFiles() {
        if (!Files.isDirectory(settings.importsDir())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(settings.importsDir())) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
