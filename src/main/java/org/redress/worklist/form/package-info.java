/** A Camunda Form checked on the server: the same schema, the same refusals as in the browser. */
@org.springframework.modulith.NamedInterface("form")
@org.jspecify.annotations.NullMarked
package org.redress.worklist.form;
