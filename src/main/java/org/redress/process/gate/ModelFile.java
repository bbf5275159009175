package org.redress.process.gate;

import java.io.IOException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.redress.studio.ModelKind;
import org.w3c.dom.Document;

/** One file before the gate; what guards need of it is read once and only when it is asked for. */
public final class ModelFile {

    private static final ObjectReader JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build().reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String name;
    private final byte[] content;
    private @Nullable XmlSurface surface;
    private @Nullable Document document;
    private @Nullable JsonNode form;

    public ModelFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    public String name() {
        return name;
    }

    /** Not to be written into. */
    public byte[] content() {
        return content;
    }

    public Optional<ModelKind> kind() {
        return ModelKind.of(name);
    }

    public boolean is(ModelKind kind) {
        return kind().filter(kind::equals).isPresent();
    }

    /** What the name of the file says its model is called; of a model only. */
    public String id() {
        return kind().map(kind -> kind.id(name)).orElse(name);
    }

    XmlSurface surface() {
        if (surface == null) {
            try {
                surface = XmlSurface.of(content);
            } catch (ModelXml.Unreadable e) {
                throw new NotReadable("xml", e.line(), e.column());
            }
        }
        return surface;
    }

    public Document document() {
        if (document == null) {
            try {
                document = ModelXml.read(content);
            } catch (ModelXml.Unreadable e) {
                throw new NotReadable("xml", e.line(), e.column());
            }
        }
        return document;
    }

    JsonNode form() {
        if (form == null) {
            try {
                form = JSON.readTree(content);
            } catch (JsonProcessingException e) {
                var at = e.getLocation();
                throw new NotReadable("json", at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr());
            } catch (IOException e) {
                throw new NotReadable("json", 0, 0);
            }
        }
        return form;
    }

    /** The file cannot be read at all, so no guard can say anything of it. */
    static final class NotReadable extends RuntimeException {

        private final String what;
        private final int line;
        private final int column;

        NotReadable(String what, int line, int column) {
            super(what, null, false, false);
            this.what = what;
            this.line = line;
            this.column = column;
        }

        void tell(Report report) {
            report.file(what, line, column);
        }
    }
}
