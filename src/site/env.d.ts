/// <reference types="@astrojs/starlight/locals" />
