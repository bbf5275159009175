package org.redress.architecture.planted.web;

import org.springframework.transaction.annotation.Transactional;

@Transactional
class OwnsATransaction {
}
