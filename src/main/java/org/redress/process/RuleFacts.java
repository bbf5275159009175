package org.redress.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.redress.complaint.SeverityFacts;

/** The names under which severity.dmn and routing.dmn know the facts of a case. */
final class RuleFacts {

    static final Set<String> NAMES = Set.of("words", "channel", "segment", "category", "categoryClass", "area", "business", "safety", "media", "groupSize", "repeat",
            "leadership", "severityOverride", "sourceQueue");

    private RuleFacts() {
    }

    static Map<String, Object> of(SeverityFacts facts) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("words", facts.words());
        named.put("channel", facts.channel());
        named.put("segment", facts.segment());
        named.put("category", facts.category());
        named.put("categoryClass", facts.categoryClass());
        named.put("area", facts.area());
        named.put("business", facts.business());
        named.put("safety", facts.safety());
        named.put("media", facts.media());
        named.put("groupSize", facts.groupSize());
        named.put("repeat", facts.repeat());
        named.put("leadership", "LEADERSHIP".equals(facts.channel()));
        named.put("severityOverride", facts.severityOverride());
        named.put("sourceQueue", facts.sourceTeam() == null ? "" : facts.sourceTeam());
        return named;
    }
}
