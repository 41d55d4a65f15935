// The sheets of what stands in index.html, so that its first paint is its final look. What comes later brings its own.
import '../workbench/editor/fonts.ts';
import '../ui/base.css';
import '../ui/button.css';
import '../ui/disclosure.css';
import '../ui/field.css';
import '../settings/connection-picker.css';
import '../sign-in/sign-in-card.css';
import './front-page.css';
