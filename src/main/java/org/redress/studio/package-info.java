/** The studio (流程设计台): designers change processes, decisions and forms, have the change checked and approved, release it, take running cases along. */
@org.springframework.modulith.ApplicationModule(displayName = "studio", allowedDependencies = {"shared", "organisation", "deadline", "notification"})
@org.jspecify.annotations.NullMarked
package org.redress.studio;
