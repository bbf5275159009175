package org.redress.process.studio;

import java.beans.FeatureDescriptor;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockKind;
import org.redress.deadline.ClockPolicy;
import org.redress.deadline.Severity;
import org.redress.deadline.WorkingCalendar;

/**
 * A case of normal severity that exists on paper only: what expressions of timers get to know at a moment, without a row of any real case
 * being read. Clocks answer with the end of their time, as the policy of the same set has it.
 */
final class SampleCase {

    private static final Severity NORMAL = Severity.S3;
    private static final Duration OUTSIDE_TIME = Duration.ofDays(15);
    private static final Duration OUTSIDE_RIGHT = Duration.ofDays(56);
    private static final Duration CALL_WINDOW = Duration.ofDays(14);

    private final WorkingCalendar calendar;
    private final Optional<ClockPolicy> policy;
    private final Instant at;
    private final Map<String, Object> facts = new HashMap<>();

    SampleCase(WorkingCalendar calendar, Optional<ClockPolicy> policy, Instant at) {
        this.calendar = calendar.forSeverity(NORMAL);
        this.policy = policy;
        this.at = at;
        facts.put("complaintId", 1L);
        facts.put("callId", 1L);
        facts.put("briefingId", 1L);
        facts.put("attempts", 1);
        facts.put("severity", NORMAL.name());
        facts.put("retryAt", Date.from(this.calendar.plusWorking(at, Duration.ofHours(4))));
    }

    /** The expression needs a name or function that no sample has. */
    static final class Unknown extends RuntimeException {

        Unknown(String name) {
            super(name);
        }

        String name() {
            return String.valueOf(getMessage());
        }
    }

    /** As a form would have answered it. */
    void know(String name, Object value) {
        facts.putIfAbsent(name, value);
    }

    /** A text without an expression is its own value. @throws Unknown, or another exception for what cannot be computed */
    @Nullable Object value(String text) {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new Names());
        resolver.add(new ArrayELResolver(true));
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        SimpleContext context = new SimpleContext(resolver);
        try {
            return new ExpressionFactoryImpl().createValueExpression(context, text, Object.class).getValue(context);
        } catch (ELException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Object call(String owner, String function, List<Object> values) {
        return switch (owner + "." + function) {
            case "clock.nextStep" -> Date.from(due(ClockKind.valueOf(String.valueOf(values.get(1)))));
            case "clock.climbsOn" -> {
                ClockKind.valueOf(String.valueOf(values.get(1)));
                yield true;
            }
            case "clock.outsideRight" -> Date.from(at.plus(OUTSIDE_RIGHT));
            case "clock.waitingLimit" -> Date.from(policy.flatMap(times -> times.pause(ClockKind.RESOLVE, NORMAL)).map(pause -> calendar.plus(at, pause))
                    .orElse(at.plus(OUTSIDE_TIME)));
            case "call.windowEnd" -> Date.from(at.plus(CALL_WINDOW));
            default -> throw new Unknown(owner + "." + function);
        };
    }

    private Instant due(ClockKind kind) {
        return policy.flatMap(times -> times.budget(kind, NORMAL)).map(budget -> calendar.plus(at, budget)).orElse(at.plus(OUTSIDE_TIME));
    }

    /** A name before the dot of a function. */
    private record Owner(String name) {
    }

    private final class Names extends ELResolver {

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
            if (base != null) {
                return null;
            }
            context.setPropertyResolved(true);
            String name = String.valueOf(property);
            return facts.containsKey(name) ? facts.get(name) : new Owner(name);
        }

        @Override
        public @Nullable Object invoke(ELContext context, @Nullable Object base, @Nullable Object method, Class<?> @Nullable [] types,
                Object @Nullable [] arguments) {
            if (!(base instanceof Owner owner)) {
                return null;
            }
            context.setPropertyResolved(true);
            return call(owner.name(), String.valueOf(method), arguments == null ? List.of() : List.of(arguments));
        }

        @Override
        public Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
            return Object.class;
        }

        @Override
        public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
            throw new ELException("A sample cannot be changed");
        }

        @Override
        public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
            return true;
        }

        @Override
        public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
            return null;
        }

        @Override
        public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
            return null;
        }
    }

    /** The value is a name the sample does not know, and not a value. */
    static boolean isUnknown(@Nullable Object value) {
        return value instanceof Owner;
    }

    static String nameOf(Object value) {
        return value instanceof Owner owner ? owner.name() : String.valueOf(value);
    }
}
