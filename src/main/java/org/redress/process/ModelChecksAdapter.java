package org.redress.process;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.redress.process.gate.ModelGate;
import org.redress.process.gate.ModelProblem;
import org.redress.process.studio.EngineCheck;
import org.redress.process.studio.HouseCheck;
import org.redress.studio.Finding;
import org.redress.studio.ModelChecks;
import org.redress.studio.ModelSet;
import org.springframework.stereotype.Component;

/** The gate, the engine and the rules of the house, one after the other; nothing that the gate refuses gets to the others. */
@Component
class ModelChecksAdapter implements ModelChecks {

    /** What a company runs, and some drafts beside. */
    private static final int MOST_SEEN = 80;

    private final ModelGate gate;
    private final EngineCheck engine;
    private final HouseCheck rules;
    private final HouseFacts house;
    private final Map<Seen, List<Finding>> judged = Collections.synchronizedMap(new LinkedHashMap<>(MOST_SEEN, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Seen, List<Finding>> eldest) {
            return size() > MOST_SEEN;
        }
    });

    private record Seen(String file, ByteBuffer content) {
    }

    ModelChecksAdapter(ModelGate gate, EngineCheck engine, HouseCheck rules, HouseFacts house) {
        this.gate = gate;
        this.engine = engine;
        this.rules = rules;
        this.house = house;
    }

    @Override
    public List<Finding> check(ModelSet set, Collection<String> only) {
        Map<String, List<Finding>> refused = new HashMap<>();
        Map<String, byte @Nullable []> without = new HashMap<>();
        set.files().forEach((file, content) -> {
            List<Finding> found = judgement(file, content);
            if (!found.isEmpty()) {
                refused.put(file, found);
                without.put(file, null);
            }
        });
        gate.together(set.with(without).files()).forEach(problem -> {
            refused.computeIfAbsent(problem.file(), file -> new ArrayList<>()).add(problem.finding());
            without.put(problem.file(), null);
        });
        HouseCheck.Looking looking = rules.at(set.with(without), only, house.now());
        List<Finding> all = new ArrayList<>();
        for (String file : new TreeSet<>(only)) {
            byte[] content = set.files().get(file);
            if (refused.containsKey(file)) {
                all.addAll(refused.get(file));
            } else if (content == null) {
                all.addAll(looking.missing(file));
            } else {
                all.addAll(engine.check(file, content));
                all.addAll(looking.check(file));
            }
        }
        return all;
    }

    /** The gate says the same of the same file: those around the one that is typed in are asked about once. */
    private List<Finding> judgement(String file, byte[] content) {
        Seen seen = new Seen(file, ByteBuffer.wrap(content));
        List<Finding> before = judged.get(seen);
        if (before != null) {
            return before;
        }
        List<Finding> now = gate.check(file, content).stream().map(ModelProblem::finding).toList();
        judged.put(seen, now);
        return now;
    }
}
