package org.redress.studio.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;
import org.redress.studio.ModelKind;
import org.redress.studio.ModelSet;
import org.redress.studio.RunningModels;
import org.redress.studio.compare.Comparison;
import org.redress.studio.compare.ElementDifference;
import org.redress.studio.compare.FileDifference;
import org.redress.studio.compare.FormUse;
import org.redress.studio.compare.How;
import org.springframework.stereotype.Component;

/** Comparisons in the reader's words, each difference with how many running cases stand there. */
@Component
class CompareViews {

    private static final Set<String> STANDS = Set.of("userTask", "receiveTask", "serviceTask", "businessRuleTask", "callActivity", "subProcess", "task", "manualTask",
            "intermediateCatchEvent", "eventBasedGateway", "parallelGateway", "inclusiveGateway");

    private final RunningModels running;
    private final CompareWords words;
    private final ObjectMapper json;

    CompareViews(RunningModels running, CompareWords words, ObjectMapper json) {
        this.running = running;
        this.words = words;
        this.json = json;
    }

    List<CompareView> of(ModelSet before, ModelSet after, Locale locale) {
        List<CompareView> views = new ArrayList<>();
        for (FileDifference file : Comparison.of(before, after)) {
            Map<String, Long> standing = file.kind() == ModelKind.PROCESS ? running.standing(file.id(), null) : Map.of();
            List<CompareView.Item> items = file.elements().stream().map(each -> item(file, each, standing, locale)).toList();
            boolean drawn = file.kind() == ModelKind.PROCESS && file.readable();
            views.add(new CompareView(file.file(), file.kind(), file.how(), name(file, locale), file.count(), file.readable(), drawn, marks(file),
                    touched(file, before, standing), items, file.tables()));
        }
        return views;
    }

    private CompareView.Item item(FileDifference file, ElementDifference each, Map<String, Long> standing, Locale locale) {
        List<CompareView.Said> said = each.properties().stream().map(property -> new CompareView.Said(words.property(property, locale),
                words.value(file, property, property.before(), locale), words.value(file, property, property.after(), locale))).toList();
        return new CompareView.Item(each.how(), each.element(), words.type(each.type(), locale), each.name().in(locale), at(file, each, standing), said);
    }

    private static @Nullable Long at(FileDifference file, ElementDifference each, Map<String, Long> standing) {
        if (file.kind() != ModelKind.PROCESS || !STANDS.contains(each.type()) || each.how() == How.ADDED) {
            return null;
        }
        return standing.entrySet().stream().filter(place -> file.isWithin(place.getKey(), each.element())).mapToLong(Map.Entry::getValue).sum();
    }

    /** Of a process all that stand in it, of a form those at a step that asks it. */
    private @Nullable Long touched(FileDifference file, ModelSet before, Map<String, Long> standing) {
        return switch (file.kind()) {
            case PROCESS -> standing.values().stream().mapToLong(Long::longValue).sum();
            case DECISION -> null;
            case FORM -> {
                long count = 0;
                for (Map.Entry<String, Set<String>> asking : FormUse.of(before, file.id()).entrySet()) {
                    Map<String, Long> there = running.standing(asking.getKey(), null);
                    count += asking.getValue().stream().mapToLong(task -> there.getOrDefault(task, 0L)).sum();
                }
                yield count;
            }
        };
    }

    private static String name(FileDifference file, Locale locale) {
        Bilingual name = file.names().get(file.id());
        return name == null || name.en().equals(file.id()) ? file.file() : name.in(locale);
    }

    private String marks(FileDifference file) {
        Map<String, How> marks = new HashMap<>();
        file.elements().forEach(each -> marks.put(each.element(), each.how()));
        try {
            return json.writeValueAsString(marks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Marks cannot be written", e);
        }
    }
}
