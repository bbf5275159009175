package org.redress.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.lifecycle.JdbcLifecycleEventListenerAdapter;

/** Counts what goes to the database while it is switched on: executions, a batch as one, and transactions that wrote. */
final class Counting extends JdbcLifecycleEventListenerAdapter {

    private static final Set<String> READS = Set.of("select", "set", "show");

    private final Set<String> wrote = ConcurrentHashMap.newKeySet();
    private List<String> statements = new ArrayList<>();
    private int commits;
    private int writes;
    private boolean on;

    /**
     * @param statements texts in their order
     * @param commits    transactions, also those that only read
     * @param writes     transactions that wrote
     */
    record Count(List<String> statements, int commits, int writes) {
    }

    synchronized boolean isOn() {
        return on;
    }

    synchronized void begin() {
        statements = new ArrayList<>();
        commits = 0;
        writes = 0;
        on = true;
    }

    synchronized Count end() {
        on = false;
        return new Count(statements, commits, writes);
    }

    @Override
    public synchronized void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (!on || queries.isEmpty()) {
            return;
        }
        String text = queries.get(0).getQuery().strip().replaceAll("\\s+", " ");
        statements.add(execution.isBatch() && execution.getBatchSize() > 1 ? text + "  [batch of " + execution.getBatchSize() + "]" : text);
        if (!READS.contains(text.split(" ", 2)[0].toLowerCase(Locale.ROOT))) {
            written(execution);
        }
    }

    private void written(ExecutionInfo execution) {
        try {
            if (execution.getStatement().getConnection().getAutoCommit()) {
                commits++;
                writes++;
            } else {
                wrote.add(execution.getConnectionId());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void afterCommit(MethodExecutionContext context) {
        String connection = context.getConnectionInfo().getConnectionId();
        if (on) {
            commits++;
            writes += wrote.contains(connection) ? 1 : 0;
        }
        wrote.remove(connection);
    }

    @Override
    public void afterRollback(MethodExecutionContext context) {
        wrote.remove(context.getConnectionInfo().getConnectionId());
    }
}
