package org.redress.shared.importer;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;

/** A small mapping and a target in memory. */
final class Samples {

    static final String MAPPING = """
            name: parcels
            title: {en: Parcels, zh: 包裹}
            target: parcels
            key: id
            dates: yyyy-MM-dd HH:mm
            zone: Asia/Shanghai
            missing: "?"
            fields:
              size: {column: size, values: {s: SMALL, l: LARGE, 大: LARGE}, otherwise: reject}
              sentAt: {column: sent}
              weight: {column: weight}
              fragile: {column: fragile, optional: true}
              label: {text: ["{to}", "{street}"], join: ", "}
            """;
    static final String HEAD = "id,size,sent,weight,to,street\n";

    private Samples() {
    }

    static Mapping mapping() {
        return MappingReader.read(MAPPING);
    }

    static Mapping mapping(Charset encoding) {
        return MappingReader.read(MAPPING + "encoding: " + encoding.name() + "\n");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    enum Size { SMALL, LARGE }

    /** Refuses a label "refuse" on writing only, as a rule of the database would. */
    static final class Parcels implements ImportTarget {

        final Set<String> written = new HashSet<>();

        @Override
        public String name() {
            return "parcels";
        }

        @Override
        public List<ImportField> fields() {
            return List.of(ImportField.choice("size", Size.class).needed(), ImportField.moment("sentAt"), ImportField.number("weight"),
                    ImportField.flag("fragile"), ImportField.text("label").needed());
        }

        @Override
        public List<FieldProblem> check(ImportRow row, ImportSource source) {
            Integer weight = row.number("weight");
            return weight != null && weight > 1000 ? List.of(FieldProblem.of("weight", "imports.row.tooLong", "1000")) : List.of();
        }

        @Override
        public Set<Integer> known(List<ImportRow> rows, ImportSource source) {
            return Set.copyOf(rows.stream().filter(row -> written.contains(row.key())).map(ImportRow::line).toList());
        }

        @Override
        public int put(List<ImportRow> rows, ImportSource source) {
            List<String> fresh = new ArrayList<>();
            for (ImportRow row : rows) {
                if ("refuse".equals(row.text("label"))) {
                    throw Problem.invalid("label", "imports.row.value", "refuse", "anything else");
                }
                if (!written.contains(row.key())) {
                    fresh.add(row.key());
                }
            }
            written.addAll(fresh);
            return fresh.size();
        }
    }
}
