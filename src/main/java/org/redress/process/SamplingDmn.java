package org.redress.process;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.xml.XMLConstants;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.jspecify.annotations.Nullable;
import org.redress.callback.PlanRule;
import org.redress.customer.Segment;
import org.redress.process.gate.ModelXml;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.redress.shared.Problem;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * sampling.dmn as rules of a plan, and back: rules that stay keep their conditions letter for letter, also those that a designer wrote in
 * FEEL; names, inputs and the drawing stay as they are.
 */
final class SamplingDmn {

    private static final Pattern TEXTS = Pattern.compile("\\s*\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*\\s*");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final List<String> CONDITIONS = List.of("segment", "warranty", "business", "team");

    private final Document document;
    private final Element table;
    private final List<String> inputs;
    private final List<String> outputs;

    SamplingDmn(byte[] source) {
        try {
            document = ModelXml.parse(source);
        } catch (ModelXml.Unreadable e) {
            throw new IllegalStateException("A released sampling table cannot be read", e);
        }
        table = ModelXml.elements(document).stream().filter(element -> element.getLocalName().equals("decisionTable")).findFirst()
                .orElseThrow(() -> new IllegalStateException("The sampling decision holds no table"));
        inputs = children(table, "input").stream().map(input -> text(children(input, "inputExpression").get(0))).toList();
        outputs = children(table, "output").stream().map(output -> output.getAttribute("name")).toList();
    }

    List<PlanRule> rules() {
        return children(table, "rule").stream().map(this::rule).toList();
    }

    /** The table with these rules in this order. @throws Problem 422 for a new rule with a condition that the table has no column for */
    byte[] with(List<PlanRule> rules) {
        Map<String, Element> known = children(table, "rule").stream().collect(Collectors.toMap(rule -> rule.getAttribute("id"), rule -> rule));
        known.values().forEach(table::removeChild);
        for (PlanRule rule : rules) {
            Element element = rule.id() == null ? null : known.get(rule.id());
            table.appendChild(document.createTextNode("\n      "));
            table.appendChild(element == null ? added(rule, known.keySet()) : changed(element, rule));
        }
        return bytes();
    }

    private PlanRule rule(Element rule) {
        Map<String, String> when = new HashMap<>();
        List<Element> conditions = children(rule, "inputEntry");
        List<String> own = new ArrayList<>();
        for (int at = 0; at < conditions.size(); at++) {
            String said = text(conditions.get(at));
            if (!said.isEmpty() && !said.equals("-")) {
                when.put(inputs.get(at), said);
                if (!isChoice(inputs.get(at), said)) {
                    own.add(inputs.get(at) + ": " + said);
                }
            }
        }
        boolean plain = own.isEmpty();
        Set<String> teams = plain ? texts(when.get("team")) : Set.of();
        return new PlanRule(rule.getAttribute("id"), output(rule, "rule").replace("\"", ""),
                plain ? constants(when.get("business"), Business.class) : Set.of(), plain ? constants(when.get("segment"), Segment.class) : Set.of(),
                plain && when.containsKey("warranty") ? Boolean.valueOf(when.get("warranty")) : null, teams, plain ? null : String.join("; ", own),
                number(rule, "rate"), number(rule, "windowDays"), description(rule));
    }

    private int number(Element rule, String name) {
        String said = output(rule, name);
        if (!said.matches("\\d{1,4}")) {
            throw Problem.conflict("callback.plan.problem.formula", rule.getAttribute("id"), said);
        }
        return Integer.parseInt(said);
    }

    private static boolean isChoice(String input, String said) {
        return switch (input) {
            case "warranty" -> said.equals("true") || said.equals("false");
            case "business" -> TEXTS.matcher(said).matches() && names(Business.class).containsAll(texts(said));
            case "segment" -> TEXTS.matcher(said).matches() && names(Segment.class).containsAll(texts(said));
            default -> CONDITIONS.contains(input) && TEXTS.matcher(said).matches();
        };
    }

    private Element changed(Element rule, PlanRule to) {
        List<Element> conclusions = children(rule, "outputEntry");
        write(conclusions.get(outputs.indexOf("rate")), String.valueOf(to.rate()));
        write(conclusions.get(outputs.indexOf("windowDays")), String.valueOf(to.windowDays()));
        children(rule, "description").forEach(description -> description.setTextContent(to.text().en() + " | " + to.text().zh()));
        return rule;
    }

    private Element added(PlanRule rule, Set<String> ids) {
        Map<String, String> when = new HashMap<>();
        put(when, "business", rule.businesses().stream().map(Enum::name).sorted().toList());
        put(when, "segment", rule.segments().stream().map(Enum::name).sorted().toList());
        put(when, "team", rule.teams().stream().sorted().toList());
        if (rule.warranty() != null) {
            when.put("warranty", rule.warranty().toString());
        }
        when.keySet().stream().filter(input -> !inputs.contains(input)).findFirst().ifPresent(input -> {
            throw Problem.invalid("rules", "callback.plan.problem.column", input);
        });
        String word = camel(rule.name());
        while (ids.contains("rule_" + word)) {
            word += "x";
        }
        Element element = element("rule", "rule_" + word);
        element.appendChild(document.createElementNS(table.getNamespaceURI(), prefixed("description"))).setTextContent(rule.text().en() + " | " + rule.text().zh());
        for (String input : inputs) {
            write(element.appendChild(element("inputEntry", "when_" + word + "_" + input)), when.getOrDefault(input, ""));
        }
        Map<String, String> then = Map.of("rate", String.valueOf(rule.rate()), "windowDays", String.valueOf(rule.windowDays()), "rule", "\"" + rule.name() + "\"");
        for (String output : outputs) {
            write(element.appendChild(element("outputEntry", "then_" + word + "_" + output)), then.getOrDefault(output, ""));
        }
        return element;
    }

    private Element element(String name, String id) {
        Element element = document.createElementNS(table.getNamespaceURI(), prefixed(name));
        element.setAttribute("id", id);
        return element;
    }

    private String prefixed(String name) {
        return table.getPrefix() == null ? name : table.getPrefix() + ":" + name;
    }

    private void write(Node entry, String feel) {
        List<Element> texts = children((Element) entry, "text");
        Node text = texts.isEmpty() ? entry.appendChild(document.createElementNS(table.getNamespaceURI(), prefixed("text"))) : texts.get(0);
        text.setTextContent(feel);
    }

    private String output(Element rule, String name) {
        return text(children(rule, "outputEntry").get(outputs.indexOf(name)));
    }

    private static Bilingual description(Element rule) {
        String text = children(rule, "description").stream().map(description -> description.getTextContent().strip()).findFirst().orElse("");
        int bar = text.indexOf('|');
        return bar < 0 ? new Bilingual(text, text) : new Bilingual(text.substring(0, bar).strip(), text.substring(bar + 1).strip());
    }

    private byte[] bytes() {
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            factory.newTransformer().transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("A sampling table cannot be written", e);
        }
    }

    private static void put(Map<String, String> when, String input, List<String> values) {
        if (!values.isEmpty()) {
            when.put(input, values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(", ")));
        }
    }

    private static String camel(String name) {
        StringBuilder word = new StringBuilder();
        for (String part : name.split("[^A-Za-z0-9]+")) {
            word.append(word.isEmpty() || part.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return word.isEmpty() ? "added" : word.toString();
    }

    private static <E extends Enum<E>> Set<E> constants(@Nullable String said, Class<E> type) {
        return texts(said).stream().map(name -> Enum.valueOf(type, name)).collect(Collectors.toUnmodifiableSet());
    }

    private static <E extends Enum<E>> Set<String> names(Class<E> type) {
        return List.of(type.getEnumConstants()).stream().map(Enum::name).collect(Collectors.toSet());
    }

    private static Set<String> texts(@Nullable String said) {
        Set<String> texts = new LinkedHashSet<>();
        Matcher matcher = TEXT.matcher(said == null ? "" : said);
        while (matcher.find()) {
            texts.add(matcher.group(1));
        }
        return texts;
    }

    private static String text(Element element) {
        return children(element, "text").stream().map(text -> text.getTextContent().strip()).findFirst().orElse("");
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }
}
