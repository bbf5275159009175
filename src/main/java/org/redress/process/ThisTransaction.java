package org.redress.process;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Small notes that live as long as the running transaction. */
final class ThisTransaction {

    private ThisTransaction() {
    }

    static void remember(Class<?> owner, String key, Object value) {
        notes(owner).put(key, value);
    }

    static @Nullable Object recall(Class<?> owner, String key) {
        return notes(owner).get(key);
    }

    static void forget(Class<?> owner, String key) {
        notes(owner).remove(key);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> notes(Class<?> owner) {
        Object bound = TransactionSynchronizationManager.getResource(owner);
        if (bound != null) {
            return (Map<String, Object>) bound;
        }
        Map<String, Object> fresh = new HashMap<>();
        TransactionSynchronizationManager.bindResource(owner, fresh);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(owner);
            }
        });
        return fresh;
    }
}
