package org.redress.process;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the engine on this node.
 *
 * @param runJobs whether this node takes timers and other background work; off in tests, which move the clock and run what is due
 * @param threads workers for that; more than twice the cores makes it slower
 * @param batch   jobs taken at once
 * @param idle    longest wait before looking again, so at most this late is a timer on an idle node
 * @param lock    how long a job taken by a node that died stays with it
 */
@ConfigurationProperties("redress.engine")
record EngineProperties(
        @DefaultValue("true") boolean runJobs,
        @DefaultValue("4") int threads,
        @DefaultValue("50") int batch,
        @DefaultValue("500ms") Duration idle,
        @DefaultValue("30s") Duration lock) {
}
