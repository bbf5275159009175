package org.redress.process.gate;

import static org.redress.process.gate.Hostile.file;
import static org.redress.process.gate.Hostile.form;
import static org.redress.process.gate.Hostile.formFile;
import static org.redress.process.gate.Hostile.json;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Forms that bring markup, scripts, foreign addresses, patterns without end or answers for somebody else. */
final class HostileForms {

    private static final String FIELD = "'type':'textfield','id':'field_a','key':'a','label':'A'";

    private HostileForms() {
    }

    static Stream<Hostile> all() {
        return Stream.of(types(), markup(), expressions(), patterns(), shapes(), names()).flatMap(each -> each);
    }

    private static Stream<Hostile> types() {
        return Stream.of("html", "iframe", "image", "expression", "script", "documentPreview", "filepicker", "button", "dynamiclist", "table", "externalComponent", "",
                "jsonEditor").map(type -> form("with a component of the type " + type, "{'type':'" + type + "','id':'field_a','key':'a'}", "formType"));
    }

    private static Stream<Hostile> markup() {
        return Stream.concat(Stream.of("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<iframe src='x'>".replace('\'', ' '), "< svg/onload=alert(1)>",
                                "![x](" + Canary.url() + ")", "[x](javascript:alert(1))", "[x](http://evil)", "{{secret}}", "javascript:alert(1)",
                                "data:text/html,x", "&#60;script>", "<!-- -->", "</textarea>")
                        .map(text -> form("with the text " + text, "{'type':'text','id':'text_a','text':'" + text + "'}", "formMarkup")),
                Stream.of("label", "description").flatMap(name -> Stream.of(
                        form("with markup as " + name, "{" + FIELD.replace("'label':'A'", "'" + name + "':'<b onclick=x>'") + "}", "formMarkup"),
                        form("with markup as " + name + " in Chinese", "{" + FIELD + ",'properties':{'zh-CN." + name + "':'<b onclick=x>'}}", "formMarkup"))));
    }

    private static Stream<Hostile> expressions() {
        return Stream.of(
                field("condition that never ends", "'conditional':{'hide':'=for i in 1..1000000000 return i'}", "feelRounds"),
                field("condition with a function", "'conditional':{'hide':'={f: function(n) f(n), r: f(1)}.r'}", "feelOwnFunction"),
                field("condition that cannot be read", "'conditional':{'hide':'=a = = b'}", "feel"),
                field("condition with an unknown function", "'conditional':{'hide':'=exec(a)'}", "feelFunction"),
                field("values of a bomb", "'valuesExpression':'=for i in 1..10000000 return {label: i, value: i}'", "feelRounds"),
                field("values of a bomb in Chinese", "'properties':{'zh-CN.valuesExpression':'=for i in 1..10000000 return {label: i, value: i}'}", "feelRounds"),
                field("label that is computed without end", "'description':'=for i in 1..10000000 return i'", "feelRounds"),
                field("limit that is computed without end", "'validate':{'max':'=10 ** 999999'}", "feelPower"),
                field("condition nested too deep", "'conditional':{'hide':'=" + "(".repeat(50) + "a" + ")".repeat(50) + "'}", "feelDeep"));
    }

    private static Stream<Hostile> patterns() {
        return Stream.of("(a+)+$", "(a|aa)+", "(.*)*", "([a-z]+)*!", "(?:x+x+)+y", "(a)\\\\1", "^(([a-z])+.)+[A-Z]([a-z])+$", ".*.*.*.*.*.*x", "(", "a{1,99999999}b{1,}c*d*e+f+",
                "x".repeat(300), "((a{1,5}){1,5}){1,5}").map(pattern -> field("pattern " + (pattern.length() > 40 ? "too long" : pattern),
                "'validate':{'pattern':'" + pattern + "'}", "formPattern"));
    }

    private static Stream<Hostile> shapes() {
        return Stream.of(
                file("form without anything", "probe.form", "", "notForm"), file("form that is a list", "probe.form", "[]", "notForm"),
                file("form that is a text", "probe.form", "\"x\"", "notForm"), file("form of another kind", "probe.form", json("{'display':'form','components':[]}"), "notForm"),
                file("form of a type nobody knows", "probe.form", json("{'type':'other','id':'probe','components':[]}"), "notForm"),
                file("form that is cut off", "probe.form", json("{'type':'default','id':'probe','components':["), "json"),
                file("form with more behind it", "probe.form", json("{'type':'default','id':'probe','components':[]} {}"), "json"),
                file("form with a name twice", "probe.form", json("{'type':'default','id':'probe','id':'probe','components':[]}"), "json"),
                file("form with NaN", "probe.form", json("{'type':'default','id':'probe','components':[],'schemaVersion':NaN}"), "json"),
                file("form a thousand levels deep", "probe.form", "[".repeat(100_000), "json"),
                formFile("form with groups in groups", "'components':[" + group(30) + "]", "formDepth"),
                formFile("form with a thousand questions", "'components':[" + IntStream.range(0, 1_000)
                        .mapToObj(i -> "{'type':'textfield','id':'f" + i + "','key':'k" + i + "'}").collect(Collectors.joining(",")) + "]", "formComponents"),
                field("a book as a label", "'description':'" + "x".repeat(10_000) + "'", "formText"),
                field("attribute nobody listed", "'onclick':'alert(1)'", "formAttribute"), field("source of elsewhere", "'source':'" + Canary.url() + "'", "formAttribute"),
                field("attribute inside another", "'validate':{'custom':'x'}", "formAttribute"),
                field("attribute inside values", "'values':[{'label':'A','value':'a','url':'x'}]", "formAttribute"),
                field("attribute inside a condition", "'conditional':{'show':'=a'}", "formAttribute"),
                formFile("form with more than a form", "'components':[],'scripts':['x']", "formAttribute"));
    }

    private static String group(int levels) {
        return levels == 0 ? "{" + FIELD + "}" : "{'type':'group','id':'g" + levels + "','components':[" + group(levels - 1) + "]}";
    }

    private static Stream<Hostile> names() {
        return Stream.of(
                formFile("form of another name", "'components':[]", "formId").renamed("other.form"),
                formFile("form key twice", "'components':[{" + FIELD + "},{" + FIELD.replace("field_a", "field_b") + "}]", "formKeyTwice"),
                formFile("form id twice", "'components':[{" + FIELD + "},{" + FIELD.replace("'key':'a'", "'key':'b'") + "}]", "idTwice"),
                key("execution"), key("task"), key("class"), key("a.b"), key("a b"), key("__proto__"), key("constructor"), key("${a}"), key(""), key("1a"), key("键"),
                key("k".repeat(100)));
    }

    private static Hostile key(String key) {
        return form("with the key " + key, "{" + FIELD.replace("'key':'a'", "'key':'" + key + "'") + "}", "formKey");
    }

    private static Hostile field(String what, String more, String expected) {
        return form("with a " + what, "{" + FIELD + "," + more + "}", expected);
    }
}
