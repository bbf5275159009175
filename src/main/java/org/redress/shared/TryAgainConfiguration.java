package org.redress.shared;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.retry.annotation.EnableRetry;

/** Outside the transaction: what is tried again begins a new one. */
@Configuration(proxyBeanMethods = false)
@EnableRetry(proxyTargetClass = true, order = Ordered.LOWEST_PRECEDENCE - 1)
class TryAgainConfiguration {
}
