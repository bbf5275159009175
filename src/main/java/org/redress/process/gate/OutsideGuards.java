package org.redress.process.gate;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.redress.studio.ModelKind;

/** What the name and the size of a file tell. */
final class OutsideGuards {

    static final List<Guard> ALL = List.of(new FileName(), new FileSize());

    private static final int FORM_BYTES = 256 << 10;
    private static final Map<ModelKind, Integer> LARGEST =
            Map.of(ModelKind.PROCESS, ModelXml.MAX_BYTES, ModelKind.DECISION, ModelXml.MAX_BYTES, ModelKind.FORM, FORM_BYTES);

    private OutsideGuards() {
    }

    private abstract static class Outside implements Guard {

        @Override
        public Stage stage() {
            return Stage.OUTSIDE;
        }
    }

    /** A name that is an id and a known ending, in at most one folder: what is exported under it stays where it belongs. */
    static final class FileName extends Outside {

        private static final Pattern GOOD = Pattern.compile("(?:[a-z][a-z0-9-]{0,40}/)?[A-Za-z_][A-Za-z0-9_-]{0,99}\\.(?:bpmn|dmn|form)");

        @Override
        public void check(ModelFile file, Report report) {
            if (file.kind().isEmpty()) {
                report.file("kind", file.name());
            } else if (!GOOD.matcher(file.name()).matches()) {
                report.file("fileName", file.name());
            }
        }
    }

    static final class FileSize extends Outside {

        @Override
        public void check(ModelFile file, Report report) {
            int most = file.kind().map(LARGEST::get).orElse(FORM_BYTES);
            if (file.content().length > most) {
                report.file("size", file.content().length >> 10, most >> 10);
            }
        }
    }
}
