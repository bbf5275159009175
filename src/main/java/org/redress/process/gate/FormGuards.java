package org.redress.process.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import org.redress.studio.ModelKind;

/** What a form may hold: questions, texts and conditions that compare. */
final class FormGuards {

    static final List<Guard> ALL = List.of(new FormShape(), new FormTypes(), new FormAttributes(), new FormTexts(), new FormExpressions(),
            new FormKeys(), new FormPatterns(), new FormIdentity());

    private static final Pattern EXPRESSION = Pattern.compile("(?s)\\s*=.*");

    private FormGuards() {
    }

    static boolean isExpression(String text) {
        return EXPRESSION.matcher(text).matches();
    }

    private abstract static class FormGuard implements Guard {

        @Override
        public Stage stage() {
            return Stage.CONTENT;
        }

        @Override
        public void check(ModelFile file, Report report) {
            if (file.is(ModelKind.FORM)) {
                check(FormParts.of(file.form()), report);
            }
        }

        abstract void check(FormParts form, Report report);
    }

    /** Asked before anything walks through the form by calling itself. */
    static final class FormShape implements Guard {

        private static final int DEEPEST = 14;
        private static final int MOST_COMPONENTS = 200;
        private static final int LONGEST = 4_000;

        @Override
        public Stage stage() {
            return Stage.SURFACE;
        }

        @Override
        public void check(ModelFile file, Report report) {
            if (!file.is(ModelKind.FORM)) {
                return;
            }
            var size = FormParts.size(file.form());
            if (size.depth() > DEEPEST) {
                report.file("formDepth", size.depth(), DEEPEST);
            }
            if (size.components() > MOST_COMPONENTS) {
                report.file("formComponents", size.components(), MOST_COMPONENTS);
            }
            if (size.longest() > LONGEST) {
                report.file("formText", size.longest(), LONGEST);
            }
        }
    }

    /** No HTML, no frames, no documents, no pictures from elsewhere, nothing that computes beside what is asked. */
    static final class FormTypes extends FormGuard {

        private static final Set<String> KNOWN = Set.of("textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "taglist",
                "datetime", "text", "group", "separator", "spacer");

        @Override
        void check(FormParts form, Report report) {
            form.components().stream().filter(part -> !KNOWN.contains(part.text("type")))
                    .forEach(part -> report.element(part.id(), "formType", part.id(), part.text("type")));
        }
    }

    static final class FormAttributes extends FormGuard {

        private static final Set<String> TOP = Set.of("type", "id", "components", "schemaVersion", "versionTag", "exporter", "executionPlatform",
                "executionPlatformVersion", "properties");
        private static final Set<String> OF_A_COMPONENT = Set.of("type", "id", "key", "label", "description", "text", "components", "layout", "values",
                "valuesKey", "valuesExpression", "defaultValue", "validate", "conditional", "properties", "appearance", "disabled", "readonly", "searchable",
                "decimalDigits", "increment", "serializeToString", "subtype", "dateLabel", "timeLabel", "timeInterval", "timeSerializingFormat", "use24h",
                "disallowPassedDates", "showOutline", "verticalAlignment", "height", "path");
        private static final Set<String> INSIDE = Set.of("layout.row", "layout.columns", "values.label", "values.value", "validate.required",
                "validate.min", "validate.max", "validate.minLength", "validate.maxLength", "validate.pattern", "validate.patternErrorMessage",
                "validate.validationType", "conditional.hide", "appearance.prefixAdorner", "appearance.suffixAdorner", "exporter.name", "exporter.version");

        @Override
        void check(FormParts form, Report report) {
            names(form.top()).filter(name -> !TOP.contains(name)).forEach(name -> report.file("formAttribute", name));
            for (var part : form.components()) {
                names(part.node()).forEach(name -> {
                    if (!OF_A_COMPONENT.contains(name)) {
                        report.element(part.id(), "formAttribute", name);
                    } else if (!name.equals("properties") && !name.equals("components")) {
                        inside(part.node().get(name), name, part.id(), report);
                    }
                });
            }
        }

        private static void inside(JsonNode value, String name, String id, Report report) {
            List<JsonNode> objects = new ArrayList<>();
            (value.isArray() ? value : List.of(value)).forEach(objects::add);
            for (JsonNode object : objects) {
                names(object).map(inner -> name + "." + inner).filter(inner -> !INSIDE.contains(inner))
                        .forEach(inner -> report.element(id, "formAttribute", inner));
            }
        }

        private static Stream<String> names(JsonNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            return names.stream();
        }
    }

    /** Texts are shown as they are: no markup, no placeholders, no addresses that fetch something. */
    static final class FormTexts extends FormGuard {

        private static final Pattern MARKUP = Pattern.compile("(?i)<\\s*[a-z/!?]|!\\[|\\{\\{|&#|javascript\\s*:|data\\s*:[a-z]+/|\\]\\(\\s*(?!https://|mailto:)");

        @Override
        void check(FormParts form, Report report) {
            for (var said : form.texts()) {
                if (!isExpression(said.text()) && !said.pattern() && MARKUP.matcher(said.text()).find()) {
                    report.element(said.id(), "formMarkup", ExpressionGrammar.shown(said.text()));
                }
            }
        }
    }

    /** Whatever begins with "=" is computed, also in the texts of the other language. */
    static final class FormExpressions extends FormGuard {

        @Override
        void check(FormParts form, Report report) {
            FeelGrammar.check(form.texts().stream().filter(said -> isExpression(said.text()))
                    .map(said -> new FeelGrammar.Text(said.id(), said.text().strip().substring(1), false)).toList(), report);
        }
    }

    /** An answer goes where its key says: each once, and none that is a name for something else. */
    static final class FormKeys extends FormGuard {

        private static final Pattern GOOD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
        private static final Set<String> NEEDED = Set.of("textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "taglist",
                "datetime");
        /** They mean something else in a process. */
        private static final Set<String> TAKEN = Set.of("execution", "task", "partial", "class", "constructor", "prototype");

        @Override
        void check(FormParts form, Report report) {
            Set<String> keys = new HashSet<>();
            Set<String> ids = new HashSet<>();
            for (var part : form.components()) {
                var key = part.text("key");
                if (!NEEDED.contains(part.text("type")) && key.isEmpty()) {
                    continue;
                }
                if (!GOOD.matcher(key).matches() || TAKEN.contains(key)) {
                    report.element(part.id(), "formKey", key);
                } else if (!keys.add(key)) {
                    report.element(part.id(), "formKeyTwice", key);
                }
            }
            form.components().stream().map(part -> part.text("id")).filter(id -> !id.isEmpty() && !ids.add(id))
                    .forEach(id -> report.element(id, "idTwice", id));
        }
    }

    /** The server tries the pattern on what people type. */
    static final class FormPatterns extends FormGuard {

        @Override
        void check(FormParts form, Report report) {
            form.texts().stream().filter(said -> said.pattern() && !SafePattern.allows(said.text()))
                    .forEach(said -> report.element(said.id(), "formPattern", ExpressionGrammar.shown(said.text())));
        }
    }

    static final class FormIdentity implements Guard {

        @Override
        public Stage stage() {
            return Stage.CONTENT;
        }

        @Override
        public void check(ModelFile file, Report report) {
            if (file.is(ModelKind.FORM) && !file.form().path("id").asText().equals(file.id())) {
                report.file("formId", file.form().path("id").asText(), file.id());
            }
        }
    }
}
