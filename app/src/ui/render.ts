// From pieces to the text that goes over the wire.
import { type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** A whole page as text. */
export const renderPage = (page: VNode): string => '<!doctype html>' + renderToString(page)
