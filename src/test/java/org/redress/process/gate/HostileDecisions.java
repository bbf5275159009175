package org.redress.process.gate;

import static org.redress.process.gate.Hostile.CANARY;
import static org.redress.process.gate.Hostile.decision;
import static org.redress.process.gate.Hostile.decisionDefinitions;
import static org.redress.process.gate.Hostile.feel;
import static org.redress.process.gate.Hostile.file;
import static org.redress.process.gate.Hostile.table;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Decisions in other languages, FEEL that reaches out or never ends, tables without end. */
final class HostileDecisions {

    private static final String GOOD = table("a", "-", "1");

    private HostileDecisions() {
    }

    static Stream<Hostile> all() {
        return Stream.of(languages(), reach(), bombs(), shapes()).flatMap(each -> each);
    }

    private static Stream<Hostile> languages() {
        return Stream.of("javascript", "groovy", "juel", "python", "http://www.w3.org/1999/XPath", "java", "feel-scala-unary-tests").flatMap(language -> Stream.of(
                decision("condition in " + language, GOOD.replace("<inputEntry ", "<inputEntry expressionLanguage='" + language + "' "), "feelOnly"),
                decision("conclusion in " + language, GOOD.replace("<outputEntry ", "<outputEntry expressionLanguage='" + language + "' "), "feelOnly"),
                decision("input in " + language, GOOD.replace("<inputExpression ", "<inputExpression expressionLanguage='" + language + "' "), "feelOnly"),
                decision("literal in " + language, literal("1").replace("<literalExpression ", "<literalExpression expressionLanguage='" + language + "' "), "feelOnly"),
                file("decisions in " + language, "probe.dmn", decisionDefinitions("expressionLanguage='" + language + "'", GOOD), "feelOnly")));
    }

    private static String literal(String text) {
        return "<decision id='probe' name='probe' camunda:historyTimeToLive='P30D'><variable id='v' name='r' typeRef='string'/>"
                + "<literalExpression id='l'><text>" + Hostile.xml(text) + "</text></literalExpression></decision>";
    }

    private static Stream<Hostile> reach() {
        var external = "{f: function(x) external {java: {class: \"" + CANARY + "\", method signature: \"sing()\"}}, r: f(1)}.r";
        return Stream.of(
                feel("external function", external, "feel"), decision("FEEL external function in a literal", literal(external), "feel"),
                decision("FEEL external function as an input", table(external, "-", "1"), "feel"),
                decision("FEEL external function as a condition", table("a", external, "1"), "feel"),
                feel("function of its own", "{f: function(n) f(n + 1), r: f(1)}.r", "feelOwnFunction"), feel("function of a variable", "a.f(1)", "feelOwnFunction"),
                feel("unknown function", "exec(\"touch x\")", "feelFunction"), feel("random answer", "random number()", "feelFunction"),
                feel("another answer each time", "uuid()", "feelFunction"), feel("sorting by a function", "sort([1, 2], function(x, y) x &lt; y)".replace("&lt;", "<"),
                        "feelOwnFunction"),
                feel("no FEEL", "1 +", "feel"), feel("JavaScript", "(() => 1)()", "feel"), feel("JUEL", "${''.class}", "feel"));
    }

    private static Stream<Hostile> bombs() {
        return Stream.of(
                feel("a billion rounds", "for i in 1..1000000000 return i", "feelRounds"), feel("a billion rounds downwards", "for i in 1000000000..1 return i", "feelRounds"),
                feel("rounds below nothing", "for i in -1000000..1000000 return i", "feelRounds"),
                feel("rounds as many as it is told", "for i in 1..a return i", "feelRounds"),
                feel("rounds in rounds", "for i in 1..1000, j in 1..1000 return i * j", "feelRounds"),
                feel("rounds in rounds, apart", "for i in 1..1000 return for j in 1..1000 return i * j", "feelRounds"),
                feel("one of a billion", "some i in 1..1000000000 satisfies i = 0", "feelRounds"),
                feel("each of a billion", "every i in 1..1000000000 satisfies i > 0", "feelRounds"),
                feel("lists in lists in lists", "for a1 in a, b1 in a, c1 in a, d1 in a return 1", "feelRounds"),
                feel("filters in filters", "a[item in a[item in a[item in a[item > 1]]]]", "feelRounds"),
                feel("results of itself", "for i in 1..100 return concatenate(partial, partial)", "feelOwnEntry"),
                feel("lines that double", "{a: \"ha\", " + IntStream.range(0, 40).mapToObj(i -> (char) ('a' + i % 26) + (i < 26 ? "" : "x") + "x: a + a")
                        .collect(Collectors.joining(", ")) + "}.ax", "feelOwnEntry"),
                feel("a power of powers", "10 ** 999999999", "feelPower"), feel("a power of a variable", "10 ** a", "feelPower"),
                feel("two powers", "(10 ** 10) ** 10", "feelPower"), feel("a number with a billion digits", "number(\"1e999999999\")", "feelNumber"),
                feel("a number put together", "number(\"1\" + \"e999999999\")", "feelNumber"),
                feel("a billion places", "decimal(1, 1000000000)", "feelScale"), feel("places as many as it is told", "round up(1.5, a)", "feelScale"),
                feel("a pattern that never ends", "matches(a, \"(a+)+$\")", "feelPattern"), feel("a pattern of elsewhere", "matches(a, b)", "feelPattern"),
                feel("a choice that never ends", "matches(a, \"(a|aa)*b\")", "feelPattern"), feel("a pattern in a split", "split(a, \"(x+x+)+y\")", "feelPattern"),
                feel("a pattern by its name", "matches(input: a, pattern: \"(a+)+$\")", "feelPattern"),
                feel("text that multiplies", "replace(replace(a, \"a\", \"bbbbbbbbbb\"), \"b\", \"aaaaaaaaaa\")", "feelReplace"),
                feel("brackets in brackets", "(".repeat(100) + "1" + ")".repeat(100), "feelDeep"), feel("lists in one another", "[".repeat(60) + "]".repeat(60), "feelDeep"),
                feel("one if in another", "if a then ".repeat(150) + "1" + " else 2".repeat(150), "feelDeep"),
                feel("a book", "\"" + "x".repeat(5_000) + "\"", "feelLong"), feel("a chain", "1" + " + 1".repeat(900), "feelDeep"));
    }

    private static Stream<Hostile> shapes() {
        var rule = "<rule id='r%d'><inputEntry id='e%d'><text>-</text></inputEntry><outputEntry id='oe%d'><text>1</text></outputEntry></rule>";
        return Stream.of(
                decision("five thousand rules", GOOD.replace("</decisionTable>", IntStream.range(0, 5_000).mapToObj(i -> rule.formatted(i, i, i))
                        .collect(Collectors.joining()) + "</decisionTable>"), "tableSize"),
                decision("a hundred columns", GOOD.replace("<output ", IntStream.range(0, 100).mapToObj(i -> "<output id='o" + i + "' name='o" + i + "'/>")
                        .collect(Collectors.joining()) + "<output "), "tableSize"),
                decision("fifty decisions", GOOD + IntStream.range(0, 50).mapToObj(i -> "<decision id='probe_" + i + "'/>").collect(Collectors.joining()), "decisions"),
                decision("another's decision along", GOOD + "<decision id='severity'/>", "helperId"),
                file("takes the place of another decision", "other.dmn", decisionDefinitions("", GOOD), "decisionId"),
                decision("an id twice", GOOD.replace("id=\"r\"", "id=\"e\""), "idTwice"),
                decision("no decision", "", "decisionId"),
                decision("import", "<import namespace='urn:x' locationURI='" + Canary.url() + "' importType='http://www.w3.org/2001/XMLSchema'/>" + GOOD, "element"),
                decision("business knowledge", "<businessKnowledgeModel id='b' name='b'/>" + GOOD, "element"),
                decision("invocation", "<decision id='probe'><invocation id='i'/></decision>", "element"),
                decision("context", "<decision id='probe'><context id='i'/></decision>", "element"),
                decision("definition of a function", "<decision id='probe'><functionDefinition id='i' kind='Java'/></decision>", "element"),
                decision("imported values", GOOD.replace("</inputExpression>", "</inputExpression><inputValues><importedValues namespace='urn:x'/></inputValues>"), "element"),
                decision("foreign element", GOOD + "<evil:thing xmlns:evil='urn:evil'/>", "element"),
                decision("foreign attribute", GOOD.replace("<rule ", "<rule xmlns:evil='urn:evil' evil:class='x' "), "attribute"),
                decision("class of Camunda", GOOD.replace("<rule ", "<rule camunda:class='" + CANARY + "' "), "attribute"),
                decision("plain attribute nobody listed", GOOD.replace("<rule ", "<rule class='" + CANARY + "' "), "attribute"),
                decision("text where none belongs", GOOD.replace("<rule id=\"r\">", "<rule id=\"r\">1 + 1"), "text"),
                file("schema of elsewhere for a decision", "probe.dmn", decisionDefinitions("xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:x "
                        + Canary.url() + "'", GOOD), "attribute"));
    }
}
