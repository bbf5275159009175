package org.redress.process.studio;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Where the elements of a model stand in its file: what a problem told by line and column is about. Only for files that the gate let in. */
final class Places {

    static final Places NONE = new Places(List.of(), "");

    private final List<Place> places;
    private final String content;
    private final Map<String, Integer> order = new HashMap<>();

    private Places(List<Place> places, String content) {
        this.places = places;
        this.content = content;
        places.forEach(place -> order.putIfAbsent(place.id(), order.size()));
    }

    /** @param from where its text begins, line × 100,000 + column */
    private record Place(String id, long from, long to) {
    }

    static Places of(byte[] content) {
        List<Place> found = new ArrayList<>();
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            Deque<Integer> open = new ArrayDeque<>();
            long before = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    open.push(found.size());
                    String id = reader.getAttributeValue(null, "id");
                    found.add(new Place(id == null ? "" : id, before, Long.MAX_VALUE));
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    Place place = found.get(open.peek());
                    found.set(open.pop(), new Place(place.id(), place.from(), position(reader)));
                }
                before = position(reader);
            }
            reader.close();
        } catch (XMLStreamException e) {
            return NONE; // the gate has told that it is no XML
        }
        return new Places(found.stream().filter(place -> !place.id().isEmpty()).toList(), new String(content, StandardCharsets.UTF_8));
    }

    private static long position(XMLStreamReader reader) {
        return position(reader.getLocation().getLineNumber(), reader.getLocation().getColumnNumber());
    }

    private static long position(int line, int column) {
        return line * 100_000L + column;
    }

    boolean has(String id) {
        return order.containsKey(id);
    }

    /** Place of the element in the file; what is not there comes first. */
    int order(String id) {
        return order.getOrDefault(id, -1);
    }

    /** Id of the innermost element with an id around this place, empty for none. */
    String at(int line, int column) {
        long asked = position(line, column);
        String innermost = "";
        for (Place place : places) {
            if (place.from() < asked && asked <= place.to()) {
                innermost = place.id();
            }
        }
        return innermost;
    }

    /** Id of the innermost element that holds this text, empty where none does. */
    String holding(String text) {
        int found = text.isBlank() ? -1 : content.indexOf(text);
        if (found < 0) {
            return "";
        }
        String before = content.substring(0, found);
        return at((int) before.chars().filter(each -> each == '\n').count() + 1, found - before.lastIndexOf('\n') + 1);
    }

    /** The first word of the text that is the id of an element, empty for none. */
    String namedIn(String text) {
        for (String word : text.split("[\\s'\"(),;:<>]+|\\.(?=\\s|$)")) {
            if (order.containsKey(word)) {
                return word;
            }
        }
        return "";
    }
}
