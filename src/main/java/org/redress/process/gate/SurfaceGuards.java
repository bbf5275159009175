package org.redress.process.gate;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import org.redress.studio.ModelKind;

/** What one pass over the characters tells, before the elements are held in memory. */
final class SurfaceGuards {

    static final List<Guard> ALL = List.of(new Doctype(), new Encoding(), new Nesting(), new Amount(), new Lengths(), new OtherVendor(), new RightRoot());

    private static final int MOST_ELEMENTS = 30_000;
    private static final int MOST_ATTRIBUTES = 40;
    private static final int LONGEST_ATTRIBUTE = 4_000;
    private static final int LONGEST_TEXT = 20_000;
    /** The engine keeps them in columns of 255. */
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ID = 150;

    private SurfaceGuards() {
    }

    private abstract static class Surface implements Guard {

        @Override
        public Stage stage() {
            return Stage.SURFACE;
        }

        @Override
        public void check(ModelFile file, Report report) {
            if (!file.is(ModelKind.FORM)) {
                check(file, file.surface(), report);
            }
        }

        abstract void check(ModelFile file, XmlSurface surface, Report report);
    }

    /** Entities hide words from who checks them, fetch files, or grow without end. */
    static final class Doctype extends Surface {

        @Override
        void check(ModelFile file, XmlSurface surface, Report report) {
            if (surface.doctype()) {
                report.file("doctype");
            }
        }
    }

    /** One way to write characters: nothing is read one way here and another way there. */
    static final class Encoding extends Surface {

        @Override
        void check(ModelFile file, XmlSurface surface, Report report) {
            if (!surface.encoding().equalsIgnoreCase("UTF-8")) {
                report.file("encoding", surface.encoding());
            }
        }
    }

    static final class Nesting extends Surface {

        @Override
        void check(ModelFile file, XmlSurface surface, Report report) {
            if (surface.deepest() > ModelXml.MAX_DEPTH) {
                report.file("depth", surface.deepest(), ModelXml.MAX_DEPTH);
            }
        }
    }

    static final class Amount extends Surface {

        @Override
        void check(ModelFile file, XmlSurface surface, Report report) {
            if (surface.elements() > MOST_ELEMENTS) {
                report.file("elements", surface.elements(), MOST_ELEMENTS);
            }
            if (surface.mostAttributes() > MOST_ATTRIBUTES) {
                report.file("attributes", surface.mostAttributes(), MOST_ATTRIBUTES);
            }
        }
    }

    static final class Lengths extends Surface {

        @Override
        void check(ModelFile file, XmlSurface surface, Report report) {
            tell(report, "longText", surface.longestText(), LONGEST_TEXT);
            tell(report, "longAttribute", surface.longestAttribute(), LONGEST_ATTRIBUTE);
            tell(report, "longName", surface.longestName(), LONGEST_NAME);
            tell(report, "longId", surface.longestId(), LONGEST_ID);
        }

        private static void tell(Report report, String what, int length, int most) {
            if (length > most) {
                report.file(what, length, most);
            }
        }
    }

    /** Said as such: a list of a hundred unknown words would not tell anybody that the file was made for another engine. */
    static final class OtherVendor implements Guard {

        private static final Map<String, String> VENDORS = Map.of(
                "http://camunda.org/schema/zeebe/1.0", "Camunda 8",
                "http://activiti.org/bpmn", "Activiti",
                "http://flowable.org/bpmn", "Flowable",
                "http://flowable.org/design", "Flowable",
                "http://www.jboss.org/drools", "jBPM",
                "http://www.signavio.com", "Signavio",
                "http://www.bizagi.com/bpmn20", "Bizagi",
                "http://www.bonitasoft.org/ns/bpmn", "Bonita",
                "http://xmlns.oracle.com/bpm/OracleExtensions", "Oracle BPM");
        private static final Set<String> OTHER_PLATFORMS = Set.of("Camunda Cloud", "Camunda 8", "Zeebe");

        @Override
        public Stage stage() {
            return Stage.SURFACE;
        }

        @Override
        public void check(ModelFile file, Report report) {
            if (file.is(ModelKind.FORM)) {
                platform(file.form().path("executionPlatform").asText(), report);
                return;
            }
            file.surface().namespaces().stream().map(VENDORS::get).filter(vendor -> vendor != null).findFirst()
                    .ifPresentOrElse(vendor -> report.file("vendor", vendor), () -> platform(file.surface().platform(), report));
        }

        private static void platform(String platform, Report report) {
            if (OTHER_PLATFORMS.contains(platform)) {
                report.file("vendor", platform);
            }
        }
    }

    /** XML that is no process, JSON that is no form. */
    static final class RightRoot implements Guard {

        private static final Set<String> DMN = Set.of("http://www.omg.org/spec/DMN/20151101/dmn.xsd", "http://www.omg.org/spec/DMN/20180521/MODEL/",
                "https://www.omg.org/spec/DMN/20191111/MODEL/", "https://www.omg.org/spec/DMN/20211108/MODEL/",
                "https://www.omg.org/spec/DMN/20230324/MODEL/");

        @Override
        public Stage stage() {
            return Stage.SURFACE;
        }

        @Override
        public void check(ModelFile file, Report report) {
            if (file.is(ModelKind.PROCESS)) {
                root(file.surface(), Set.of(ModelXml.BPMN), "notBpmn", report);
            } else if (file.is(ModelKind.DECISION)) {
                root(file.surface(), DMN, "notDmn", report);
            } else if (file.is(ModelKind.FORM)) {
                form(file.form(), report);
            }
        }

        private static void root(XmlSurface surface, Set<String> known, String what, Report report) {
            if (!surface.rootName().equals("definitions") || !known.contains(surface.rootNamespace())) {
                report.file(what, surface.rootName());
            }
        }

        private static void form(JsonNode form, Report report) {
            if (!form.path("type").asText().equals("default") || !form.path("components").isArray()) {
                report.file("notForm");
            }
        }
    }
}
